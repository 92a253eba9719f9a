package io.silverback.sync.events;

import io.silverback.contracts.CleanUpRequested;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What a migration brought to green is to go again. */
@ApplicationScoped
class CleanUpRequestedConsumer {

    private final Inbox inbox;
    private final Recording recording;

    CleanUpRequestedConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("clean-up-requested")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, CleanUpRequested.class, recording::take);
    }
}
