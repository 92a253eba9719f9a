package io.silverback.kong.database.postgres;

import io.silverback.kong.database.schema.PostgresTable;
import io.silverback.kong.database.schema.UniqueKey;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The SQL that loads and undo share for one table {@code t} and rows {@code s} for it. */
record RowSql(PostgresTable table) {

    String name() {
        return Sql.name(table.name());
    }

    String stage() {
        return Sql.name("stage_" + table.name());
    }

    /** A row's primary key as one text. */
    String key(String alias) {
        List<String> columns = table.primaryKey();
        return columns.size() == 1
                ? column(alias, columns.get(0)) + "::text"
                : "jsonb_build_array(" + columns(alias, columns) + ")::text";
    }

    String sameKey(String one, String other) {
        return same(table.primaryKey(), one, other);
    }

    static String same(List<String> columns, String one, String other) {
        return columns.stream()
                .map(column -> column(one, column) + " = " + column(other, column))
                .collect(Collectors.joining(" AND "));
    }

    String differs(List<String> columns, String one, String other) {
        return "ROW("
                + columns(one, columns)
                + ") IS DISTINCT FROM ROW("
                + columns(other, columns)
                + ")";
    }

    /** Inserts rows of {@code source}; a row that is there and differs is replaced. */
    String upsert(List<String> columns, String source) {
        List<String> changing =
                columns.stream().filter(column -> !table.primaryKey().contains(column)).toList();
        String set =
                changing.stream()
                        .map(column -> Sql.name(column) + " = EXCLUDED." + Sql.name(column))
                        .collect(Collectors.joining(", "));
        String update =
                changing.isEmpty()
                        ? "NOTHING"
                        : "UPDATE SET " + set + " WHERE " + differs(changing, "t", "EXCLUDED");
        return "INSERT INTO "
                + name()
                + " AS t ("
                + Sql.names(columns)
                + ") SELECT "
                + columns("s", columns)
                + " FROM "
                + source
                + " s ON CONFLICT ("
                + Sql.names(table.primaryKey())
                + ") DO "
                + update;
    }

    /** Frees unique values that will change, so that two rows may exchange theirs. */
    List<String> freeing(List<String> columns, String source) {
        List<String> free =
                new TreeSet<>(
                                table.uniqueKeys().stream()
                                        .map(UniqueKey::columns)
                                        .flatMap(List::stream)
                                        .toList())
                        .stream().filter(column -> isFreed(columns, column)).toList();
        return free.stream()
                .map(
                        column ->
                                "UPDATE "
                                        + name()
                                        + " t SET "
                                        + Sql.name(column)
                                        + " = NULL FROM "
                                        + source
                                        + " s WHERE "
                                        + sameKey("t", "s")
                                        + " AND "
                                        + differs(List.of(column), "t", "s"))
                .toList();
    }

    private boolean isFreed(List<String> columns, String column) {
        return columns.contains(column)
                && !table.primaryKey().contains(column)
                && !column.equals("ws_id")
                && !table.column(column).notNull();
    }

    static String columns(String alias, List<String> columns) {
        return columns.stream().map(c -> column(alias, c)).collect(Collectors.joining(", "));
    }

    static String column(String alias, String column) {
        return alias + "." + Sql.name(column);
    }
}
