package io.silverback.simulator.store.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which tables and columns the database has, with the columns' types, as it says itself. */
record Layout(Map<String, Map<String, String>> tables) {
    private static final String COLUMNS =
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
                    + " WHERE table_schema = 'public' ORDER BY table_name, ordinal_position";

    static Layout read(Connections connections) {
        return connections.use(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                            ResultSet rows = statement.executeQuery()) {
                        return of(rows);
                    }
                });
    }

    private static Layout of(ResultSet rows) throws SQLException {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        while (rows.next()) {
            tables.computeIfAbsent(rows.getString(1), any -> new LinkedHashMap<>())
                    .put(rows.getString(2), rows.getString(3));
        }
        return new Layout(tables);
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    Map<String, String> columns(String table) {
        return tables.getOrDefault(table, Map.of());
    }
}
