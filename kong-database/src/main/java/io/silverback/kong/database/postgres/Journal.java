package io.silverback.kong.database.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What loads did, kept in green's database and written in the load's own transaction: it can
 * neither be missing nor tell of a load that was not.
 */
final class Journal {

    static final String ENTRIES = "silverback.load_journal";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long LOCK = 0x51_1BE_4BAC_4L;

    private final Connection connection;

    Journal(Connection connection) {
        this.connection = connection;
    }

    /** Whether the database has a journal. */
    static boolean isIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT to_regclass('silverback.loads') IS NOT NULL")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /**
     * Waits until no other load or undo is under way, for the rest of the transaction. A lock of a
     * table comes before the transaction's snapshot, which so sees what the other one did.
     */
    void begin() throws SQLException {
        execute("LOCK TABLE silverback.loads IN SHARE ROW EXCLUSIVE MODE");
    }

    /** Makes the journal's tables, in a transaction of their own. */
    void create() throws SQLException {
        execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        execute("CREATE SCHEMA IF NOT EXISTS silverback");
        execute(
                """
                CREATE TABLE IF NOT EXISTS silverback.loads (
                    load uuid PRIMARY KEY,
                    part_of uuid,
                    report jsonb NOT NULL,
                    loaded_at timestamptz NOT NULL DEFAULT now(),
                    undone_at timestamptz)
                """);
        execute(
                """
                CREATE TABLE IF NOT EXISTS silverback.load_journal (
                    load uuid NOT NULL,
                    relation text NOT NULL,
                    brought text[],
                    before jsonb)
                """);
        execute(
                "CREATE INDEX IF NOT EXISTS load_journal_load"
                        + " ON silverback.load_journal (load, relation)");
        connection.commit();
    }

    /** The report of a load that was committed and not undone. */
    Optional<LoadReport> loaded(UUID load) throws SQLException {
        String query = "SELECT report FROM silverback.loads WHERE load = ? AND undone_at IS NULL";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, load);
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? Optional.of(new LoadReport(load, true, tables(result.getString(1))))
                        : Optional.empty();
            }
        }
    }

    /** The loads that continue this one and were not undone, the newest first. */
    List<UUID> parts(UUID load) throws SQLException {
        String query =
                "SELECT load FROM silverback.loads WHERE part_of = ? AND undone_at IS NULL"
                        + " ORDER BY loaded_at DESC";
        List<UUID> parts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, load);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    parts.add(result.getObject(1, UUID.class));
                }
            }
        }
        return parts;
    }

    void record(LoadReport report, Optional<UUID> partOf) throws SQLException {
        String insert =
                """
                INSERT INTO silverback.loads (load, report, part_of) VALUES (?, ?::jsonb, ?)
                ON CONFLICT (load) DO UPDATE
                   SET report = EXCLUDED.report, loaded_at = now(), undone_at = NULL
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setObject(1, report.load());
            statement.setString(2, json(report.tables()));
            statement.setObject(3, partOf.orElse(null));
            statement.executeUpdate();
        }
    }

    /** Notes the keys of rows that the query gives as brought, ten thousand to an entry. */
    long brought(UUID load, RowSql sql, String keys) throws SQLException {
        execute(
                "INSERT INTO "
                        + ENTRIES
                        + " (load, relation, brought) SELECT '"
                        + load
                        + "', "
                        + Sql.literal(sql.table().name())
                        + ", array_agg(k) FROM (SELECT k,"
                        + " (row_number() OVER ()) / 10000 AS chunk FROM ("
                        + keys
                        + ") AS q(k)) AS n GROUP BY chunk");
        return count(
                "SELECT coalesce(sum(cardinality(brought)), 0) FROM "
                        + ENTRIES
                        + " WHERE load = '"
                        + load
                        + "' AND relation = "
                        + Sql.literal(sql.table().name()));
    }

    /** Keeps the rows {@code t} that the clause chooses, as they are before the load. */
    long before(UUID load, RowSql sql, String fromAndWhere) throws SQLException {
        return update(
                "INSERT INTO "
                        + ENTRIES
                        + " (load, relation, before) SELECT '"
                        + load
                        + "', "
                        + Sql.literal(sql.table().name())
                        + ", to_jsonb(t) "
                        + fromAndWhere);
    }

    void undone(UUID load) throws SQLException {
        update("UPDATE silverback.loads SET undone_at = now() WHERE load = '" + load + "'");
        update("DELETE FROM " + ENTRIES + " WHERE load = '" + load + "'");
    }

    long update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<TableLoad> tables(String report) throws SQLException {
        try {
            return MAPPER.readValue(report, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("The journal holds a report that can't be read.", e);
        }
    }

    private static String json(List<TableLoad> tables) throws SQLException {
        try {
            return MAPPER.writeValueAsString(tables);
        } catch (JsonProcessingException e) {
            throw new SQLException("The report can't be written.", e);
        }
    }
}
