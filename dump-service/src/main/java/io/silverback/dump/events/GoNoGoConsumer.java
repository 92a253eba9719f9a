package io.silverback.dump.events;

import io.silverback.contracts.GoNoGo;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Somebody decided at the execution gate. */
@ApplicationScoped
class GoNoGoConsumer {

    private final Inbox inbox;
    private final Recording recording;

    GoNoGoConsumer(Inbox inbox, Recording recording) {
        this.inbox = inbox;
        this.recording = recording;
    }

    @Incoming("go-no-go")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, GoNoGo.class, recording::take);
    }
}
