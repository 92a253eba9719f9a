package io.silverback.kong.database.schema;

import java.util.List;
import java.util.Map;

/**
 * A table of a PostgreSQL schema.
 *
 * @param columns by name, in the table's order
 * @param primaryKey its columns in order
 * @param uniqueKeys all unique constraints and indexes, the primary key first
 */
public record PostgresTable(
        String name,
        Map<String, PostgresColumn> columns,
        List<String> primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys) {

    /** Whether each of its rows belongs to a workspace. */
    public boolean hasWorkspaces() {
        return columns.containsKey("ws_id");
    }

    /** The column of that name, which must be there. */
    public PostgresColumn column(String name) {
        PostgresColumn column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(this.name + " has no column " + name + ".");
        }
        return column;
    }

    /** Whether some unique key holds the column. */
    public boolean isUnique(String column) {
        return uniqueKeys.stream().anyMatch(key -> key.columns().contains(column));
    }
}
