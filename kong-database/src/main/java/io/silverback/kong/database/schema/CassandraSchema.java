package io.silverback.kong.database.schema;

import java.util.Map;
import java.util.Optional;

/**
 * A keyspace.
 *
 * @param tables by name, sorted
 */
public record CassandraSchema(String keyspace, Map<String, CassandraTable> tables) {

    /** The table of that name. */
    public Optional<CassandraTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }
}
