package io.silverback.sync.events;

import io.silverback.contracts.RolledBack;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A cutover's clients are back on blue: its migrations stop. */
@ApplicationScoped
class RolledBackConsumer {

    private final Inbox inbox;
    private final Recording recording;

    RolledBackConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("rolled-back")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, RolledBack.class, recording::take);
    }
}
