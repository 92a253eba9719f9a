package io.silverback.kong.database.cassandra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.schema.CassandraType;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inserts that make a row again: one for each pair of end and writing among its cells. */
final class RowInserts {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final CassandraTable table;

    RowInserts(CassandraTable table) {
        this.table = table;
    }

    /** By times, the JSON of {@code INSERT JSON}; cells that have ended are left out. */
    Map<CellTimes, String> of(SourceRow row, Instant now) throws JsonProcessingException {
        Map<CellTimes, Map<String, @Nullable Object>> groups = new HashMap<>();
        for (Map.Entry<String, CassandraType> column : table.columns().entrySet()) {
            Object value = row.get(column.getKey());
            if (value != null && !table.isKey(column.getKey())) {
                CellTimes times = times(row, column.getKey(), column.getValue(), now);
                groups.computeIfAbsent(times, t -> keys(row))
                        .put(quoted(column.getKey()), literal(column.getValue(), value));
            }
        }
        if (groups.isEmpty()) {
            groups.put(CellTimes.ofCollection(row, now), keys(row));
        }
        Map<CellTimes, String> inserts = new HashMap<>();
        for (Map.Entry<CellTimes, Map<String, @Nullable Object>> group : groups.entrySet()) {
            if (!group.getKey().isOver()) {
                inserts.put(group.getKey(), MAPPER.writeValueAsString(group.getValue()));
            }
        }
        return inserts;
    }

    private static CellTimes times(SourceRow row, String column, CassandraType type, Instant now) {
        return type.isCollection()
                ? CellTimes.ofCollection(row, now)
                : CellTimes.of(row, column, now);
    }

    private Map<String, @Nullable Object> keys(SourceRow row) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        for (Map.Entry<String, CassandraType> column : table.columns().entrySet()) {
            Object value = row.get(column.getKey());
            if (value != null && table.isKey(column.getKey())) {
                keys.put(quoted(column.getKey()), literal(column.getValue(), value));
            }
        }
        return keys;
    }

    /** Without quotes a name would be read in lower case. */
    private static String quoted(String column) {
        return '"' + column + '"';
    }

    private static Object literal(CassandraType type, Object value) {
        return type.name().equals("blob")
                ? "0x" + HexFormat.of().formatHex(Base64.getDecoder().decode(value.toString()))
                : value;
    }
}
