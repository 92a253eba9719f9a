package io.silverback.kong.database.schema;

import java.util.List;
import java.util.Map;

/**
 * A table of a Cassandra keyspace.
 *
 * @param columns name to type, in an order that stays
 * @param partitionKey its columns in order
 * @param clusteringKey its columns in order; may be empty
 */
public record CassandraTable(
        String name,
        Map<String, CassandraType> columns,
        List<String> partitionKey,
        List<String> clusteringKey) {

    /** Whether each of its rows belongs to a workspace. */
    public boolean hasWorkspaces() {
        return columns.containsKey("ws_id");
    }

    /** Whether the column is part of the primary key: it has neither TTL nor WRITETIME. */
    public boolean isKey(String column) {
        return partitionKey.contains(column) || clusteringKey.contains(column);
    }

    /** Whether it holds counters: neither TTL nor WRITETIME can be asked of them. */
    public boolean isCounter() {
        return columns.values().stream().anyMatch(type -> type.name().equals("counter"));
    }
}
