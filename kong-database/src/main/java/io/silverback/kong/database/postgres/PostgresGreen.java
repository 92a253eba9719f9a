package io.silverback.kong.database.postgres;

import io.silverback.kong.database.check.Green;
import io.silverback.kong.database.schema.ForeignKey;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What green's tables hold. Blocks. */
public final class PostgresGreen implements Green {

    private final Connection connection;
    private final PostgresSchema schema;

    /** Asks over the connection, whose current schema is Kong's. */
    public PostgresGreen(Connection connection, PostgresSchema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    @Override
    public Set<List<String>> present(ForeignKey key, Collection<List<String>> keys)
            throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(query(key))) {
            for (int i = 0; i < key.referencedColumns().size(); i++) {
                int column = i;
                statement.setArray(
                        i + 1,
                        connection.createArrayOf(
                                "text", keys.stream().map(k -> k.get(column)).toArray()));
            }
            return rows(statement, key.referencedColumns().size());
        } catch (SQLException e) {
            throw new IOException("Green can't be asked for " + key.referenced() + ".", e);
        }
    }

    private String query(ForeignKey key) {
        PostgresTable table = schema.table(key.referenced()).orElseThrow();
        List<String> texts = new ArrayList<>();
        List<String> arrays = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.referencedColumns().size(); i++) {
            String column = key.referencedColumns().get(i);
            texts.add("k" + i + "::text");
            arrays.add("?::" + table.column(column).type() + "[]");
            pairs.add(RowSql.column("t", column) + " = k" + i);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            names.add("k" + i);
        }
        return "SELECT "
                + String.join(", ", texts)
                + " FROM unnest("
                + String.join(", ", arrays)
                + ") AS k("
                + String.join(", ", names)
                + ") JOIN "
                + Sql.name(key.referenced())
                + " t ON "
                + String.join(" AND ", pairs);
    }

    private static Set<List<String>> rows(PreparedStatement statement, int columns)
            throws SQLException {
        Set<List<String>> present = new HashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(rows.getString(i));
                }
                present.add(row);
            }
        }
        return present;
    }
}
