package io.silverback.kong.database.postgres;

import io.silverback.kong.database.schema.ForeignKey;
import io.silverback.kong.database.schema.PostgresColumn;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import io.silverback.kong.database.schema.UniqueKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tables of the connection's current schema from {@code pg_catalog}. Blocks. */
public final class PostgresCatalogue {

    private static final String COLUMNS =
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   a.atthasdef
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
             ORDER BY c.relname, a.attnum
            """;

    private static final String UNIQUE_KEYS =
            """
            SELECT c.relname, i.relname, x.indisprimary,
                   array_agg(a.attname::text ORDER BY k.place)
              FROM pg_index x
              JOIN pg_class c ON c.oid = x.indrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
              JOIN pg_class i ON i.oid = x.indexrelid
              CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
             WHERE x.indisunique AND x.indpred IS NULL AND x.indexprs IS NULL
             GROUP BY c.relname, i.relname, x.indisprimary
             ORDER BY c.relname, x.indisprimary DESC, i.relname
            """;

    private static final String FOREIGN_KEYS =
            """
            SELECT c.relname, o.conname, p.relname,
                   array_agg(a.attname::text ORDER BY k.place),
                   array_agg(b.attname::text ORDER BY k.place)
              FROM pg_constraint o
              JOIN pg_class c ON c.oid = o.conrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
              JOIN pg_class p ON p.oid = o.confrelid
              CROSS JOIN LATERAL unnest(o.conkey, o.confkey)
                         WITH ORDINALITY AS k(own, other, place)
              JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.own
              JOIN pg_attribute b ON b.attrelid = o.confrelid AND b.attnum = k.other
             WHERE o.contype = 'f'
             GROUP BY c.relname, o.conname, p.relname
             ORDER BY c.relname, o.conname
            """;

    private final Connection connection;
    private final Map<String, Map<String, PostgresColumn>> columns = new TreeMap<>();
    private final Map<String, List<String>> primaryKeys = new TreeMap<>();
    private final Map<String, List<UniqueKey>> uniqueKeys = new TreeMap<>();
    private final Map<String, List<ForeignKey>> foreignKeys = new TreeMap<>();

    private PostgresCatalogue(Connection connection) {
        this.connection = connection;
    }

    /** All ordinary tables of {@code current_schema()}. */
    public static PostgresSchema read(Connection connection) throws SQLException {
        PostgresCatalogue catalogue = new PostgresCatalogue(connection);
        catalogue.each(COLUMNS, catalogue::column);
        catalogue.each(UNIQUE_KEYS, catalogue::uniqueKey);
        catalogue.each(FOREIGN_KEYS, catalogue::foreignKey);
        Map<String, PostgresTable> tables = new TreeMap<>();
        catalogue.columns.keySet().forEach(name -> tables.put(name, catalogue.table(name)));
        return new PostgresSchema(tables);
    }

    private interface Line {
        void take(ResultSet line) throws SQLException;
    }

    private void each(String query, Line line) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet lines = statement.executeQuery()) {
            while (lines.next()) {
                line.take(lines);
            }
        }
    }

    private void column(ResultSet line) throws SQLException {
        PostgresColumn column =
                new PostgresColumn(
                        line.getString(2),
                        line.getString(3),
                        line.getBoolean(4),
                        line.getBoolean(5));
        columns.computeIfAbsent(line.getString(1), t -> new LinkedHashMap<>())
                .put(column.name(), column);
    }

    private void uniqueKey(ResultSet line) throws SQLException {
        List<String> names = texts(line.getArray(4));
        if (line.getBoolean(3)) {
            primaryKeys.put(line.getString(1), names);
        }
        uniqueKeys
                .computeIfAbsent(line.getString(1), t -> new ArrayList<>())
                .add(new UniqueKey(line.getString(2), names));
    }

    private void foreignKey(ResultSet line) throws SQLException {
        foreignKeys
                .computeIfAbsent(line.getString(1), t -> new ArrayList<>())
                .add(
                        new ForeignKey(
                                line.getString(2),
                                texts(line.getArray(4)),
                                line.getString(3),
                                texts(line.getArray(5))));
    }

    private PostgresTable table(String name) {
        return new PostgresTable(
                name,
                columns.getOrDefault(name, Map.of()),
                primaryKeys.getOrDefault(name, List.of()),
                uniqueKeys.getOrDefault(name, List.of()),
                foreignKeys.getOrDefault(name, List.of()));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
