package io.silverback.sync.storage;

import io.silverback.sync.migration.Case;
import java.time.Instant;

/** One migration as it stands on record. */
public record MigrationRecord(Case migration, Instant requestedAt, Instant changedAt) {}
