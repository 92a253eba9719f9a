package io.silverback.simulator.store.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where Kong's tables are.
 *
 * @param jdbcUrl with user and password
 * @param schema a dump of the empty tables, loaded where there are none; null when there are
 */
public record KongTables(String jdbcUrl, @Nullable Path schema) {
    @Override
    public String toString() {
        return "KongTables[schema=" + schema + "]";
    }
}
