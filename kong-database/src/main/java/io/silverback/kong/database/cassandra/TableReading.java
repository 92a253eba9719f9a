package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.metadata.schema.ColumnMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import io.silverback.kong.database.row.SourceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the rows of one table are asked for, with TTL and WRITETIME of each cell that has them. */
final class TableReading {

    private final TableMetadata table;
    private final List<ColumnMetadata> columns;
    private final List<ColumnMetadata> timed;

    TableReading(TableMetadata table) {
        this.table = table;
        this.columns = List.copyOf(table.getColumns().values());
        this.timed =
                columns.stream().filter(column -> Keyspace.hasCellTimes(table, column)).toList();
    }

    /** The rows between two tokens, the first of them excluded. */
    String query() {
        String token =
                "token("
                        + table.getPartitionKey().stream()
                                .map(TableReading::name)
                                .collect(Collectors.joining(", "))
                        + ")";
        List<String> selected = new ArrayList<>();
        columns.forEach(column -> selected.add(name(column)));
        timed.forEach(column -> selected.add("TTL(" + name(column) + ")"));
        timed.forEach(column -> selected.add("WRITETIME(" + name(column) + ")"));
        return "SELECT "
                + String.join(", ", selected)
                + " FROM "
                + table.getKeyspace().asCql(true)
                + "."
                + table.getName().asCql(true)
                + " WHERE "
                + token
                + " > ? AND "
                + token
                + " <= ?";
    }

    SourceRow row(Row row, Instant readAt) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            // The driver would give an empty collection for one that is not there.
            Object value = row.isNull(i) ? null : row.getObject(i);
            values.put(columns.get(i).getName().asInternal(), CellValues.plain(value));
        }
        Map<String, Integer> ttls = new HashMap<>();
        Map<String, Long> writetimes = new HashMap<>();
        for (int i = 0; i < timed.size(); i++) {
            String column = timed.get(i).getName().asInternal();
            int ttl = columns.size() + i;
            int writetime = ttl + timed.size();
            if (!row.isNull(ttl)) {
                ttls.put(column, row.getInt(ttl));
            }
            if (!row.isNull(writetime)) {
                writetimes.put(column, row.getLong(writetime));
            }
        }
        return new SourceRow(values, ttls, writetimes, readAt);
    }

    private static String name(ColumnMetadata column) {
        return column.getName().asCql(true);
    }
}
