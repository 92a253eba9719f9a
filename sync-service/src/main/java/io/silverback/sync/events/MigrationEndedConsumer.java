package io.silverback.sync.events;

import io.silverback.contracts.MigrationEnded;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A migration is over: nothing of it goes on. */
@ApplicationScoped
class MigrationEndedConsumer {

    private final Inbox inbox;
    private final Recording recording;

    MigrationEndedConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("migration-ended")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, MigrationEnded.class, recording::take);
    }
}
