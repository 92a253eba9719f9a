package io.silverback.dump.events;

import io.silverback.contracts.ConfigSynced;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Where it is {@code _estate}, the plan's other dumps are released. */
@ApplicationScoped
class ConfigSyncedConsumer {

    private final Inbox inbox;
    private final Recording recording;

    ConfigSyncedConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("config-synced")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, ConfigSynced.class, recording::take);
    }
}
