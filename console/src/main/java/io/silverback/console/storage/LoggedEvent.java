package io.silverback.console.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An event in the log. */
@Entity(name = "LoggedEvent")
@Immutable
@Table(name = "event_log")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class LoggedEvent {
    @Id public long sequence;
    public String topic;

    @Column(name = "event_id")
    public String eventId;

    public String source;

    @Column(name = "record_key")
    public String key;

    public String subject;

    @Column(name = "happened_at")
    public Instant happenedAt;

    @Column(columnDefinition = "text")
    public String body;
}
