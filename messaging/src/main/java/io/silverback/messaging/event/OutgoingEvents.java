package io.silverback.messaging.event;

import io.silverback.contracts.Event;
import io.silverback.contracts.Topic;
import io.silverback.messaging.signature.SignedParts;
import io.silverback.messaging.signature.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives events their identity, their origin and, where needed, their signature. */
@ApplicationScoped
public class OutgoingEvents {
    private final Signer signer;
    private final String source;

    /** Events of {@code publisher}, signed by {@code signer}. */
    public OutgoingEvents(
            Signer signer, @ConfigProperty(name = "silverback.publisher") String publisher) {
        this.signer = signer;
        this.source = "/silverback/" + publisher;
    }

    /** A new event, signed if it lets traffic forward. */
    public OutgoingEvent signed(String key, String subject, Event event) {
        Topic topic = Topic.of(event);
        String id = UUID.randomUUID().toString();
        String body = EventJson.write(event);
        String signature =
                topic.mustBeSigned(event)
                        ? signer.sign(
                                new SignedParts(
                                        id,
                                        topic.eventType(),
                                        subject,
                                        key,
                                        body.getBytes(StandardCharsets.UTF_8)))
                        : null;
        return new OutgoingEvent(
                id,
                topic.topicName(),
                source,
                key,
                subject,
                Instant.now(),
                TraceContext.currentOrNew(),
                signature,
                body);
    }
}
