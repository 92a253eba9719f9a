package io.silverback.console.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.silverback.console.storage.LoggedEvent;
import io.silverback.contracts.Topic;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.event.EventJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to whoever watches.
 *
 * @param sequence its number in the log; none for a measurement, which is not kept
 * @param body the event's JSON
 */
public record StreamEvent(
        @Nullable Long sequence,
        String topic,
        String id,
        Instant time,
        String key,
        String subject,
        String source,
        @JsonRawValue String body) {

    /** As it lies in the log. */
    public static StreamEvent of(LoggedEvent logged) {
        return new StreamEvent(
                logged.sequence,
                logged.topic,
                logged.eventId,
                logged.happenedAt,
                logged.key,
                logged.subject,
                logged.source,
                logged.body);
    }

    /** A measurement as it was heard. */
    public static StreamEvent of(Envelope<?> envelope) {
        return new StreamEvent(
                null,
                Topic.of(envelope.body()).topicName(),
                envelope.id(),
                envelope.time(),
                envelope.key(),
                envelope.subject(),
                envelope.source(),
                EventJson.write(envelope.body()));
    }
}
