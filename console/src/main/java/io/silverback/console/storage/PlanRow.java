package io.silverback.console.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.silverback.console.plan.Remark;
import io.silverback.console.plans.SubmittedPlan;
import io.silverback.contracts.Mode;
import io.silverback.messaging.event.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A plan as it is kept. */
@Entity(name = "Plan")
@Immutable
@Table(name = "plan")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class PlanRow {
    @Id String id;
    String name;
    String hash;
    @Nullable String change;
    String mode;
    String blue;
    String green;

    @Column(name = "submitted_by")
    @Nullable String submittedBy;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(columnDefinition = "text")
    String warnings;

    SubmittedPlan plan() {
        return new SubmittedPlan(
                id,
                name,
                hash,
                change,
                Mode.valueOf(mode),
                blue,
                green,
                submittedBy,
                submittedAt,
                remarks(warnings));
    }

    static String json(List<Remark> remarks) {
        try {
            return EventJson.mapper().writeValueAsString(remarks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("remarks are plain text", e);
        }
    }

    private static List<Remark> remarks(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<List<Remark>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table holds what was written to it", e);
        }
    }
}
