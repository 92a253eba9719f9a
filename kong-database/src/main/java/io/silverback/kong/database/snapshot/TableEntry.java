package io.silverback.kong.database.snapshot;

import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.schema.CassandraType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table of a snapshot.
 *
 * @param columns name to CQL type
 * @param cql the statements that make it and its indexes
 */
public record TableEntry(
        String name,
        Map<String, String> columns,
        List<String> partitionKey,
        List<String> clusteringKey,
        List<String> cql,
        List<Part> parts) {

    /** An entry of the table. */
    public static TableEntry of(CassandraTable table, List<String> cql, List<Part> parts) {
        Map<String, String> columns = new LinkedHashMap<>();
        table.columns().forEach((name, type) -> columns.put(name, type.toString()));
        return new TableEntry(
                table.name(),
                columns,
                table.partitionKey(),
                table.clusteringKey(),
                List.copyOf(cql),
                List.copyOf(parts));
    }

    /** All rows. */
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /** The table as Cassandra described it. */
    CassandraTable table() {
        Map<String, CassandraType> types = new LinkedHashMap<>();
        columns.forEach((column, type) -> types.put(column, CassandraType.of(type)));
        return new CassandraTable(name, types, partitionKey, clusteringKey);
    }
}
