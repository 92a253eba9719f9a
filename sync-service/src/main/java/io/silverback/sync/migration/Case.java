package io.silverback.sync.migration;

import io.silverback.contracts.MigrationRequested;

/** One migration: what was asked, and where it stands. */
public record Case(MigrationRequested request, Migration state) {

    /** The migration's id. */
    public String id() {
        return request.migrationId();
    }
}
