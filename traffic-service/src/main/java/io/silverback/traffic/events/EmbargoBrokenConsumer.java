package io.silverback.traffic.events;

import io.silverback.contracts.EmbargoBroken;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.storage.Admission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was proven of a migration is no longer true. */
@ApplicationScoped
class EmbargoBrokenConsumer {

    private final Inbox inbox;
    private final Admission admission;

    EmbargoBrokenConsumer(Inbox inbox, Admission admission) {
        this.inbox = inbox;
        this.admission = admission;
    }

    @Incoming("embargo-broken")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(
                record, EmbargoBroken.class, (session, heard) -> stale(session, heard.body()));
    }

    private Uni<Void> stale(Mutiny.Session session, EmbargoBroken broken) {
        String why = "gateway " + broken.gateway() + " was changed by hand";
        return admission.staled(session, broken.migrationId(), broken.generation(), why);
    }
}
