package io.silverback.kong.database.postgres;

import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.schema.ForeignKey;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import io.silverback.kong.database.schema.UniqueKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of one table beside it, on their way to be merged with what green holds. */
final class Staged {

    private static final int NAMED = 20;

    private final TableConversion table;
    private final RowSql sql;
    private final Journal journal;
    private final LoadRequest request;

    Staged(TableConversion table, Journal journal, LoadRequest request) {
        this.table = table;
        this.sql = new RowSql(table.target());
        this.journal = journal;
        this.request = request;
    }

    void create() throws SQLException {
        journal.execute(
                "CREATE TEMP TABLE "
                        + sql.stage()
                        + " (LIKE "
                        + sql.name()
                        + " INCLUDING DEFAULTS) ON COMMIT DROP");
    }

    void index() throws SQLException {
        journal.execute(
                "CREATE INDEX ON "
                        + sql.stage()
                        + " ("
                        + Sql.names(table.target().primaryKey())
                        + ")");
        journal.execute("ANALYZE " + sql.stage());
    }

    /** Rows of green's that are in the scope and not among those that come. */
    String extras(String scope, PostgresSchema schema, Set<String> staged) {
        StringBuilder condition = new StringBuilder(scope);
        condition.append(" AND NOT EXISTS (SELECT 1 FROM ").append(sql.stage());
        condition.append(" s WHERE ").append(sql.sameKey("s", "t")).append(")");
        if (!request.protectedTags().isEmpty()) {
            spare(condition, schema, staged);
        }
        return condition.toString();
    }

    /** What bears a protected tag stays, and so does what a row that stays refers to. */
    private void spare(StringBuilder condition, PostgresSchema schema, Set<String> staged) {
        if (table.target().columns().containsKey("tags")) {
            String tags =
                    request.protectedTags().stream()
                            .map(Sql::literal)
                            .collect(Collectors.joining(", "));
            condition.append(" AND NOT coalesce(t.tags && ARRAY[").append(tags);
            condition.append("]::text[], false)");
        }
        for (PostgresTable child : schema.tables().values()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.referenced().equals(table.name()) && staged.contains(child.name())) {
                    RowSql below = new RowSql(child);
                    condition.append(" AND NOT EXISTS (SELECT 1 FROM ").append(below.name());
                    condition.append(" c WHERE ").append(reference(key));
                    condition.append(" AND NOT EXISTS (SELECT 1 FROM ").append(below.stage());
                    condition.append(" s WHERE ").append(below.sameKey("s", "c")).append("))");
                }
            }
        }
    }

    private static String reference(ForeignKey key) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(
                    RowSql.column("c", key.columns().get(i))
                            + " = "
                            + RowSql.column("t", key.referencedColumns().get(i)));
        }
        return String.join(" AND ", pairs);
    }

    /** Settles unique keys that green's rows hold under other ids; how many rows were left out. */
    long settle(Removal removal, Connection connection) throws SQLException, LoadRefusedException {
        long left = 0;
        List<String> reasons = new ArrayList<>();
        for (UniqueKey key : table.target().uniqueKeys()) {
            if (key.columns().containsAll(table.target().primaryKey())) {
                continue;
            }
            String same =
                    RowSql.same(key.columns(), "s", "t")
                            + " AND NOT "
                            + "("
                            + sql.sameKey("s", "t")
                            + ")"
                            // Green's row may be among those that come, under another value of the
                            // key.
                            + " AND NOT EXISTS (SELECT 1 FROM "
                            + sql.stage()
                            + " o WHERE "
                            + sql.sameKey("o", "t")
                            + ")";
            switch (request.conflicts()) {
                case FAIL -> reasons.addAll(reasons(key, same, connection));
                case KEEP ->
                        left +=
                                journal.update(
                                        "DELETE FROM "
                                                + sql.stage()
                                                + " s USING "
                                                + sql.name()
                                                + " t WHERE "
                                                + same);
                case REPLACE ->
                        removal.remove(
                                table.target(),
                                "EXISTS (SELECT 1 FROM " + sql.stage() + " s WHERE " + same + ")");
            }
        }
        if (!reasons.isEmpty()) {
            throw new LoadRefusedException(table.name(), reasons);
        }
        return left;
    }

    private List<String> reasons(UniqueKey key, String same, Connection connection)
            throws SQLException {
        String query =
                "SELECT "
                        + sql.key("s")
                        + ", "
                        + sql.key("t")
                        + " FROM "
                        + sql.stage()
                        + " s, "
                        + sql.name()
                        + " t WHERE "
                        + same
                        + " ORDER BY 1 LIMIT "
                        + NAMED;
        List<String> reasons = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reasons.add(
                        key.name()
                                + ": "
                                + rows.getString(1)
                                + " has the key of green's "
                                + rows.getString(2));
            }
        }
        return reasons;
    }

    /** Merges the rows; the journal keeps what they replace and bring. */
    TableLoad merge(long removed, long expired, long kept) throws SQLException {
        List<String> columns = table.columns();
        String pairs =
                "FROM " + sql.name() + " t, " + sql.stage() + " s WHERE " + sql.sameKey("t", "s");
        long replaced =
                journal.before(
                        request.load(), sql, pairs + " AND " + sql.differs(columns, "t", "s"));
        long brought =
                journal.brought(
                        request.load(),
                        sql,
                        "SELECT "
                                + sql.key("s")
                                + " FROM "
                                + sql.stage()
                                + " s WHERE NOT EXISTS (SELECT 1 FROM "
                                + sql.name()
                                + " t WHERE "
                                + sql.sameKey("t", "s")
                                + ")");
        for (String free : sql.freeing(columns, sql.stage())) {
            journal.update(free);
        }
        journal.update(sql.upsert(columns, sql.stage()));
        return new TableLoad(table.name(), brought, replaced, removed, expired, kept);
    }
}
