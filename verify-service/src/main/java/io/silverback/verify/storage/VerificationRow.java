package io.silverback.verify.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One verification: the request as it came, its state and its last report as JSON. */
@Entity
@Table(name = "verification")
class VerificationRow {

    @Id String id;

    @Column(name = "plan_id", nullable = false)
    String planId;

    @Column(nullable = false)
    String workspace;

    @Column(name = "cutover_id")
    @Nullable String cutoverId;

    @Column(nullable = false)
    String request;

    @Column(nullable = false)
    String word;

    @Column(nullable = false)
    String state;

    @Column(nullable = false)
    long generation;

    @Column @Nullable String report;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    protected VerificationRow() {}
}
