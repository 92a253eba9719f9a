package io.silverback.sync.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One migration: the request as it came, and its state as JSON. */
@Entity
@Table(name = "migration")
class MigrationRow {

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

    @Column(name = "requested_at", nullable = false)
    Instant requestedAt;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    protected MigrationRow() {}
}
