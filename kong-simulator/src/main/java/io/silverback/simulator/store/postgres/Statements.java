package io.silverback.simulator.store.postgres;

import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Row;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements on the table of one entity. */
record Statements(Connections connections, Mapping mapping) {

    /** A condition on one column; null is compared as null. */
    record Condition(String column, @Nullable String value) {
        String sql(Mapping mapping) {
            String type = mapping.columns().getOrDefault(column, "text");
            return "t.\"" + column + "\"" + (value == null ? " IS NULL" : " = ?::" + type);
        }
    }

    /** The rows that meet all conditions, in the order of their ids. */
    List<Row> select(List<Condition> conditions, String more) {
        String sql =
                "SELECT row_to_json(t)::text FROM "
                        + mapping.table()
                        + " t WHERE TRUE"
                        + conditions.stream()
                                .map(condition -> " AND " + condition.sql(mapping))
                                .collect(Collectors.joining())
                        + " ORDER BY t.id"
                        + more;
        return connections.use(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        return found(statement, conditions);
                    }
                });
    }

    private List<Row> found(PreparedStatement statement, List<Condition> conditions)
            throws SQLException {
        int place = 0;
        for (Condition condition : conditions) {
            if (condition.value() != null) {
                statement.setString(++place, condition.value());
            }
        }
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(mapping.row(read(rows.getString(1))));
            }
        }
        return found;
    }

    private static Map<?, ?> read(String json) {
        Map<?, ?> row = Json.object(json.getBytes(StandardCharsets.UTF_8));
        if (row == null) {
            throw new IllegalStateException("PostgreSQL writes rows as JSON objects");
        }
        return row;
    }

    void upsert(Row row) {
        String columns =
                mapping.columns().keySet().stream()
                        .filter(column -> !column.equals("id"))
                        .map(column -> "\"" + column + "\" = EXCLUDED.\"" + column + "\"")
                        .collect(Collectors.joining(", "));
        String sql =
                "INSERT INTO "
                        + mapping.table()
                        + " SELECT * FROM jsonb_populate_record(NULL::"
                        + mapping.table()
                        + ", ?::jsonb) ON CONFLICT (id) DO UPDATE SET "
                        + columns;
        update(sql, Json.text(Json.bytes(mapping.stored(row))));
    }

    void delete(String id) {
        update("DELETE FROM " + mapping.table() + " WHERE id = ?::uuid", id);
    }

    private void update(String sql, String value) {
        connections.use(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.setString(1, value);
                        return statement.executeUpdate();
                    }
                });
    }
}
