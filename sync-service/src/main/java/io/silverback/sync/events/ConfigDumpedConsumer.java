package io.silverback.sync.events;

import io.silverback.contracts.ConfigDumped;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Blue was read: its dump is brought to green. */
@ApplicationScoped
class ConfigDumpedConsumer {

    private final Inbox inbox;
    private final Recording recording;

    ConfigDumpedConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("config-dumped")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, ConfigDumped.class, recording::take);
    }
}
