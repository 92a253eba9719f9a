package io.silverback.sync.storage;

import io.silverback.sync.syncing.Noted;
import io.silverback.sync.syncing.Write;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One write on green. */
@Entity
@Table(name = "journal")
class JournalRow {

    @Id long sequence;

    @Column(name = "migration_id", nullable = false)
    String migrationId;

    @Column(nullable = false)
    long generation;

    @Column(nullable = false)
    String operation;

    @Column(name = "entity_type", nullable = false)
    String entityType;

    @Column(name = "entity_id", nullable = false)
    String entityId;

    @Column(nullable = false)
    String path;

    @Nullable String replaced;

    protected JournalRow() {}

    Write write() {
        return new Write(Write.Operation.valueOf(operation), entityType, entityId, path);
    }

    Noted noted() {
        return new Noted(write(), generation, replaced);
    }
}
