package io.silverback.dump.storage;

import io.silverback.dump.migration.Case;
import java.time.Instant;

/** One migration as it stands on record. */
public record MigrationRecord(Case migration, Instant requestedAt, Instant changedAt) {}
