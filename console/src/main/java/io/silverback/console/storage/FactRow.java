package io.silverback.console.storage;

import io.silverback.console.facts.Fact;
import io.silverback.contracts.Topic;
import io.silverback.messaging.event.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A fact as it is kept; written by {@link FactStore} in SQL, read through Hibernate. */
@Entity(name = "Fact")
@Immutable
@Table(name = "fact")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class FactRow {
    @Id String id;

    @Column(name = "subject_id")
    String subjectId;

    String slot;

    @Column(name = "plan_id")
    @Nullable String planId;

    long generation;

    @Column(name = "appended_at")
    Instant appendedAt;

    String topic;

    @Column(columnDefinition = "text")
    String body;

    Fact fact() {
        return new Fact(
                subjectId,
                slot,
                generation,
                appendedAt,
                EventJson.read(body, Topic.valueOf(topic).body()));
    }
}
