package io.silverback.kong.database;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Rows of a test. */
public final class MemoryRows implements RowSource {

    private final Map<String, List<SourceRow>> tables = new HashMap<>();

    /** The recorded rows of a real Cassandra, as if they were read now: nothing has expired. */
    public static MemoryRows recorded() {
        MemoryRows rows = new MemoryRows();
        Instant now = Instant.now();
        Recorded.tables("cassandra")
                .forEach(
                        (name, table) -> {
                            for (JsonNode line : table.rows()) {
                                rows.add(name, readAt(Recorded.source(table, line), now));
                            }
                        });
        return rows;
    }

    public MemoryRows add(String table, SourceRow row) {
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
        return this;
    }

    /** A copy of the table's first row with other values; {@code id} becomes a new one. */
    public String addLike(String table, Map<String, Object> changes) {
        SourceRow first = tables.get(table).get(0);
        Map<String, Object> values = new LinkedHashMap<>(first.values());
        String id = UUID.randomUUID().toString();
        values.put("id", id);
        values.putAll(changes);
        add(
                table,
                new SourceRow(
                        values, first.ttls(), Map.of("id", first.writtenAt() + 1), first.readAt()));
        return id;
    }

    public void replaceAll(String table, UnaryOperator<SourceRow> change) {
        tables.get(table).replaceAll(change);
    }

    public void remove(String table, String id) {
        tables.get(table).removeIf(row -> id.equals(row.text("id")));
    }

    public List<SourceRow> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    public static SourceRow with(SourceRow row, String column, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put(column, value);
        return new SourceRow(values, row.ttls(), row.writetimes(), row.readAt());
    }

    public static SourceRow readAt(SourceRow row, Instant readAt) {
        return new SourceRow(row.values(), row.ttls(), row.writetimes(), readAt);
    }

    @Override
    public void read(String table, Visitor visitor) throws IOException {
        for (SourceRow row : rows(table)) {
            visitor.row(row);
        }
    }
}
