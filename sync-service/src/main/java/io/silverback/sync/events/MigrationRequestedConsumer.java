package io.silverback.sync.events;

import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A migration is asked for: it is prepared. */
@ApplicationScoped
class MigrationRequestedConsumer {

    private final Inbox inbox;
    private final Recording recording;

    MigrationRequestedConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("migration-requested")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, MigrationRequested.class, recording::admit);
    }
}
