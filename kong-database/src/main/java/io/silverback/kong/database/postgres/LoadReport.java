package io.silverback.kong.database.postgres;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a load did.
 *
 * @param again whether it had been committed before and nothing was done now
 */
public record LoadReport(UUID load, boolean again, List<TableLoad> tables) {

    /** What it did to a table. */
    public Optional<TableLoad> table(String name) {
        return tables.stream().filter(table -> table.table().equals(name)).findFirst();
    }

    /** All rows brought. */
    public long brought() {
        return tables.stream().mapToLong(TableLoad::brought).sum();
    }
}
