package io.silverback.kong.database.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of one PostgreSQL schema.
 *
 * @param tables by name, sorted
 */
public record PostgresSchema(Map<String, PostgresTable> tables) {

    /** The table of that name. */
    public Optional<PostgresTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** All tables, each after those it refers to; otherwise by name. */
    public List<PostgresTable> inOrderOfReference() {
        Set<PostgresTable> ordered = new LinkedHashSet<>();
        for (PostgresTable table : tables.values()) {
            visit(table, ordered, new ArrayList<>());
        }
        return List.copyOf(ordered);
    }

    private void visit(PostgresTable table, Set<PostgresTable> ordered, List<String> path) {
        if (ordered.contains(table) || path.contains(table.name())) {
            return;
        }
        path.add(table.name());
        for (ForeignKey key : table.foreignKeys()) {
            table(key.referenced()).ifPresent(parent -> visit(parent, ordered, path));
        }
        path.remove(table.name());
        ordered.add(table);
    }
}
