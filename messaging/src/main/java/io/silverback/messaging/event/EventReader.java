package io.silverback.messaging.event;

import io.silverback.contracts.Event;
import io.silverback.contracts.Topic;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.signature.SignatureCheck;
import io.silverback.messaging.signature.SignedParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Makes an envelope of a record, or refuses it. */
@ApplicationScoped
public class EventReader {
    private final SignatureCheck signatures;

    EventReader(SignatureCheck signatures) {
        this.signatures = signatures;
    }

    /**
     * Reads and checks {@code heard}; fails with {@link Refused} where it is not to be acted on.
     */
    public <E extends Event> Envelope<E> read(ConsumerRecord<String, byte[]> heard, Class<E> type) {
        Topic topic = Topic.ofBody(type);
        Headers headers = heard.headers();
        checkType(headers, topic);
        if (heard.value() == null) {
            throw new Refused("the record has no body");
        }
        E body = EventJson.read(heard.value(), type);
        Envelope<E> envelope = envelope(heard, body);
        SignedParts parts =
                new SignedParts(
                        envelope.id(),
                        topic.eventType(),
                        envelope.subject(),
                        envelope.key(),
                        heard.value());
        signatures.check(
                topic,
                body,
                envelope.source(),
                parts,
                EventHeaders.find(headers, EventHeaders.SIGNATURE));
        return envelope;
    }

    private static void checkType(Headers headers, Topic topic) {
        if (!EventHeaders.require(headers, EventHeaders.SPEC_VERSION).equals("1.0")) {
            throw new Refused("the header ce_specversion is not 1.0");
        }
        if (!EventHeaders.require(headers, EventHeaders.TYPE).equals(topic.eventType())) {
            throw new Refused("the header ce_type is not " + topic.eventType());
        }
    }

    private static <E extends Event> Envelope<E> envelope(
            ConsumerRecord<String, byte[]> heard, E body) {
        Headers headers = heard.headers();
        Instant appendedAt = Instant.ofEpochMilli(heard.timestamp());
        return new Envelope<>(
                EventHeaders.require(headers, EventHeaders.ID),
                EventHeaders.require(headers, EventHeaders.SOURCE),
                heard.key() == null ? "" : heard.key(),
                orEmpty(EventHeaders.find(headers, EventHeaders.SUBJECT)),
                time(headers, appendedAt),
                appendedAt,
                EventHeaders.find(headers, EventHeaders.TRACEPARENT),
                body);
    }

    private static Instant time(Headers headers, Instant otherwise) {
        String time = EventHeaders.find(headers, EventHeaders.TIME);
        try {
            return time == null ? otherwise : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("the header ce_time is not a time", e);
        }
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
