package io.silverback.messaging.parking;

import io.silverback.contracts.Event;
import io.silverback.contracts.Topic;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.event.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event that waits. */
@Entity(name = "ParkedEvent")
@Table(name = "parked_event")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ParkedEvent {
    @Id
    @GeneratedValue(generator = "parked_event_id")
    @SequenceGenerator(
            name = "parked_event_id",
            sequenceName = "parked_event_id",
            allocationSize = 1)
    @Nullable Long id;

    @Column(name = "subject_id")
    String subjectId;

    String topic;

    @Column(name = "event_id")
    String eventId;

    String source;

    @Column(name = "record_key")
    String key;

    String subject;

    @Column(name = "created_at")
    Instant time;

    @Column(name = "appended_at")
    Instant appendedAt;

    @Nullable String traceparent;

    @Column(columnDefinition = "text")
    String body;

    /** {@code envelope}, waiting for {@code subjectId}. */
    public static ParkedEvent of(String subjectId, Envelope<?> envelope) {
        ParkedEvent parked = new ParkedEvent();
        parked.subjectId = subjectId;
        parked.topic = Topic.of(envelope.body()).name();
        parked.eventId = envelope.id();
        parked.source = envelope.source();
        parked.key = envelope.key();
        parked.subject = envelope.subject();
        parked.time = envelope.time();
        parked.appendedAt = envelope.appendedAt();
        parked.traceparent = envelope.traceparent();
        parked.body = EventJson.write(envelope.body());
        return parked;
    }

    /** The event as it came. */
    public Envelope<?> envelope() {
        Class<? extends Event> type = Topic.valueOf(topic).body();
        return new Envelope<>(
                eventId,
                source,
                key,
                subject,
                time,
                appendedAt,
                traceparent,
                EventJson.read(body, type));
    }
}
