package io.silverback.kong.database.postgres;

import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import io.silverback.kong.database.schema.UniqueKey;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One load inside its transaction. */
final class LoadRun {

    private final Connection connection;
    private final PostgresSchema schema;
    private final Journal journal;
    private final LoadRequest request;
    private final Scope scope;
    private final Map<String, Staged> staged = new LinkedHashMap<>();
    private final Map<String, Long> expired = new HashMap<>();
    private final Map<String, Long> removed = new HashMap<>();

    LoadRun(Connection connection, PostgresSchema schema, Journal journal, LoadRequest request) {
        this.connection = connection;
        this.schema = schema;
        this.journal = journal;
        this.request = request;
        this.scope = new Scope(request.selection(), request.workspaces());
    }

    LoadReport run(Conversion conversion, RowSource source, Skips skips)
            throws SQLException, IOException, LoadRefusedException {
        List<TableConversion> tables =
                conversion.tables().stream()
                        .filter(table -> request.selection().takes(table.source()))
                        .toList();
        RowLines lines = new RowLines(source, skips, request);
        stage(tables, lines);
        if (request.extra() == LoadRequest.Extra.PRUNE) {
            prune(tables);
        }
        List<TableLoad> loads = new ArrayList<>();
        for (TableConversion table : tables) {
            loads.add(load(table, lines));
        }
        LoadReport report = new LoadReport(request.load(), false, loads);
        journal.record(report, request.partOf());
        return report;
    }

    private void stage(List<TableConversion> tables, RowLines lines)
            throws SQLException, IOException {
        for (TableConversion table : tables) {
            if (!mayCopyStraight(table.target())) {
                Staged rows = new Staged(table, journal, request);
                rows.create();
                copy(table, new RowSql(table.target()).stage(), lines);
                rows.index();
                staged.put(table.name(), rows);
            }
        }
    }

    /** Nothing of the scope is there, and nothing out of it can be in the way. */
    private boolean mayCopyStraight(PostgresTable table) throws SQLException {
        boolean global =
                table.uniqueKeys().stream()
                        .map(UniqueKey::columns)
                        .anyMatch(
                                columns ->
                                        !columns.contains("ws_id")
                                                && !columns.equals(table.primaryKey())
                                                && !columns.contains("cache_key"));
        String condition = global ? "true" : scope.condition(table);
        return table.primaryKey().size() == 1
                && journal.count(
                                "SELECT count(*) FROM (SELECT 1 FROM "
                                        + Sql.name(table.name())
                                        + " t WHERE "
                                        + condition
                                        + " LIMIT 1) q")
                        == 0;
    }

    private void prune(List<TableConversion> tables) throws SQLException {
        Removal removal = new Removal(schema, journal, request.load());
        for (int i = tables.size() - 1; i >= 0; i--) {
            PostgresTable table = tables.get(i).target();
            Staged rows = staged.get(table.name());
            if (rows != null) {
                String extras = rows.extras(scope.condition(table), schema, staged.keySet());
                removed.put(table.name(), removal.remove(table, extras));
            }
        }
    }

    private TableLoad load(TableConversion table, RowLines lines)
            throws SQLException, IOException, LoadRefusedException {
        Staged rows = staged.get(table.name());
        if (rows != null) {
            Removal removal = new Removal(schema, journal, request.load());
            long kept = rows.settle(removal, connection);
            return rows.merge(
                    removed.getOrDefault(table.name(), 0L),
                    expired.getOrDefault(table.name(), 0L),
                    kept);
        }
        RowSql sql = new RowSql(table.target());
        copy(table, sql.name(), lines);
        long brought =
                journal.brought(
                        request.load(),
                        sql,
                        "SELECT "
                                + sql.key("t")
                                + " FROM "
                                + sql.name()
                                + " t WHERE "
                                + scope.condition(table.target()));
        return new TableLoad(
                table.name(), brought, 0, 0, expired.getOrDefault(table.name(), 0L), 0);
    }

    private void copy(TableConversion table, String into, RowLines lines)
            throws SQLException, IOException {
        String sql = "COPY " + into + " (" + Sql.names(table.columns()) + ") FROM STDIN";
        long[] left = {0};
        CopyPipe.run(connection, sql, out -> left[0] = lines.write(table, out));
        expired.put(table.name(), left[0]);
    }
}
