package io.silverback.kong.database.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import io.silverback.kong.database.snapshot.Part;
import io.silverback.kong.database.snapshot.PartInput;
import io.silverback.kong.database.snapshot.PartOutput;
import io.silverback.kong.database.snapshot.Parts;
import io.silverback.kong.database.snapshot.Sha256;
import io.silverback.kong.database.snapshot.SnapshotRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Green's tables before the first write: copied out of one REPEATABLE READ snapshot, and back in
 * one transaction. Blocks.
 */
public final class GreenBackup {

    private static final String MANIFEST = "green.json";
    private static final String TAGS = "tags";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * A finished backup.
     *
     * @param sha256 of the list of parts, which {@link #restore} asks for
     * @param rows of all tables
     */
    public record Written(String sha256, long rows) {}

    private record Table(String name, Map<String, String> columns, Part part) {}

    private final Connection connection;

    /** A backup over a connection of its own, whose current schema is Kong's. */
    public GreenBackup(Connection connection) {
        this.connection = connection;
    }

    /** Writes all tables. */
    public Written write(Parts parts) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            List<Table> tables = new ArrayList<>();
            for (PostgresTable table : PostgresCatalogue.read(connection).inOrderOfReference()) {
                tables.add(copyOut(table, parts));
            }
            byte[] json = MAPPER.writeValueAsBytes(tables);
            try (OutputStream out = parts.create(MANIFEST)) {
                out.write(json);
            }
            return new Written(
                    Sha256.of(new String(json, StandardCharsets.UTF_8)),
                    tables.stream().mapToLong(table -> table.part().rows()).sum());
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
        }
    }

    /**
     * Empties the tables and brings everything back, in one transaction.
     *
     * @throws SnapshotRefusedException before anything is written, when a part is not whole or the
     *     database has other tables than the backup
     */
    public void restore(Parts parts, String sha256) throws SQLException, IOException {
        List<Table> tables = tables(parts, sha256);
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            refuseOtherTables(tables);
            execute(
                    "TRUNCATE "
                            + tables.stream()
                                    .map(table -> Sql.name(table.name()))
                                    .collect(Collectors.joining(", ")));
            for (Table table : inOrder(tables)) {
                copyIn(table, parts);
            }
            connection.commit();
            committed = true;
        } finally {
            if (!committed) {
                connection.rollback();
            }
        }
    }

    private void refuseOtherTables(List<Table> saved) throws SQLException, IOException {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (PostgresTable table : PostgresCatalogue.read(connection).tables().values()) {
            found.put(table.name(), types(table));
        }
        for (Table table : saved) {
            if (!table.columns().equals(found.remove(table.name()))) {
                throw refused(table.name(), "has other columns in the database, or is not there");
            }
        }
        if (!found.isEmpty()) {
            throw refused(found.keySet().iterator().next(), "is in the database alone");
        }
    }

    private static SnapshotRefusedException refused(String table, String why) {
        return new SnapshotRefusedException(MANIFEST, "table " + table + " " + why);
    }

    private static Map<String, String> types(PostgresTable table) {
        Map<String, String> types = new LinkedHashMap<>();
        table.columns().values().forEach(column -> types.put(column.name(), column.type()));
        return types;
    }

    private Table copyOut(PostgresTable table, Parts parts) throws SQLException, IOException {
        Map<String, String> columns = types(table);
        PartOutput out = new PartOutput(parts, "green." + table.name() + ".copy.zst");
        long rows =
                copies().copyOut(
                                "COPY "
                                        + Sql.name(table.name())
                                        + " ("
                                        + Sql.names(List.copyOf(columns.keySet()))
                                        + ") TO STDOUT",
                                out);
        out.close();
        return new Table(table.name(), columns, out.part(rows));
    }

    private void copyIn(Table table, Parts parts) throws SQLException, IOException {
        if (table.name().equals(TAGS)) {
            // Triggers have filled it; the backup knows better.
            execute("DELETE FROM " + TAGS);
        }
        try (PartInput in = PartInput.open(parts, table.part())) {
            copies().copyIn(
                            "COPY "
                                    + Sql.name(table.name())
                                    + " ("
                                    + Sql.names(List.copyOf(table.columns().keySet()))
                                    + ") FROM STDIN",
                            in);
            in.check();
        }
    }

    /** As the references of today want it, the tags last. */
    private List<Table> inOrder(List<Table> tables) throws SQLException {
        Map<String, Table> byName =
                tables.stream().collect(Collectors.toMap(Table::name, table -> table));
        PostgresSchema schema = PostgresCatalogue.read(connection);
        List<Table> ordered = new ArrayList<>();
        for (PostgresTable table : schema.inOrderOfReference()) {
            Table saved = byName.get(table.name());
            if (saved != null && !saved.name().equals(TAGS)) {
                ordered.add(saved);
            }
        }
        Table tags = byName.get(TAGS);
        if (tags != null) {
            ordered.add(tags);
        }
        return ordered;
    }

    private static List<Table> tables(Parts parts, String sha256) throws IOException {
        byte[] json;
        try (InputStream in = parts.open(MANIFEST)) {
            json = in.readAllBytes();
        }
        if (!Sha256.of(new String(json, StandardCharsets.UTF_8)).equals(sha256)) {
            throw new SnapshotRefusedException(MANIFEST, "it was altered");
        }
        List<Table> tables = MAPPER.readValue(json, new TypeReference<>() {});
        for (Table table : tables) {
            PartInput.verify(parts, table.part());
        }
        return tables;
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
