package io.silverback.kong.database.postgres;

import io.silverback.kong.database.check.Migrations;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads which migrations green has run. Blocks. */
public final class PostgresMigrations {

    private PostgresMigrations() {}

    /** What {@code schema_meta} of the connection's current schema says. */
    public static Migrations read(Connection connection) throws SQLException {
        Map<String, Set<String>> executed = new TreeMap<>();
        Map<String, Set<String>> pending = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT subsystem, executed, pending FROM schema_meta")) {
            while (rows.next()) {
                executed.put(rows.getString(1), names(rows.getArray(2)));
                if (!names(rows.getArray(3)).isEmpty()) {
                    pending.put(rows.getString(1), names(rows.getArray(3)));
                }
            }
        }
        return new Migrations(executed, pending);
    }

    private static Set<String> names(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : new TreeSet<>(List.of((String[]) array.getArray()));
    }
}
