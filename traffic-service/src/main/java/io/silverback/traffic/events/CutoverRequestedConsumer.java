package io.silverback.traffic.events;

import io.silverback.contracts.CutoverRequested;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.storage.Admission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A cutover becomes known. */
@ApplicationScoped
class CutoverRequestedConsumer {

    private final Inbox inbox;
    private final Admission admission;

    CutoverRequestedConsumer(Inbox inbox, Admission admission) {
        this.inbox = inbox;
        this.admission = admission;
    }

    @Incoming("cutover-requested")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(
                record,
                CutoverRequested.class,
                (session, heard) -> admission.requested(session, heard.body()));
    }
}
