package io.silverback.sync.events;

import io.silverback.contracts.Rollback;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Something failed: what it names stops. */
@ApplicationScoped
class RollbackConsumer {

    private final Inbox inbox;
    private final Recording recording;

    RollbackConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("rollback")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, Rollback.class, recording::take);
    }
}
