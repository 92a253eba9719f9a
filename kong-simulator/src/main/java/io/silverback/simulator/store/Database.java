package io.silverback.simulator.store;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All tables of all workspaces. Every change raises the version, by which readers know that a view
 * is old.
 */
public final class Database {
    /** Where entities live that belong to no workspace. */
    private static final String NO_WORKSPACE = "";

    private final Catalogue catalogue;
    private final Manners manners;
    private final Map<String, Map<String, Table>> tables = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> versions = new ConcurrentHashMap<>();

    /** An empty database. */
    public Database(Catalogue catalogue, Manners manners) {
        this.catalogue = catalogue;
        this.manners = manners;
        catalogue.entities().forEach(type -> versions.put(type.name(), new AtomicLong()));
    }

    /** The manners of this database. */
    public Manners manners() {
        return manners;
    }

    /** What the database can hold. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The table of an entity in a workspace. */
    public Table table(EntityType type, String workspace) {
        return tables.computeIfAbsent(type.name(), any -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        type.workspaced() ? workspace : NO_WORKSPACE,
                        any -> new Table(type, manners));
    }

    /** The table of a named entity in a workspace. */
    public Table table(String entity, String workspace) {
        return table(catalogue.entity(entity), workspace);
    }

    /** The tables of an entity in all workspaces. */
    public Stream<Table> tables(String entity) {
        return tables.getOrDefault(entity, Map.of()).values().stream();
    }

    /** The row with that id in any workspace, or null. */
    public @Nullable Row anywhere(String entity, String id) {
        return tables(entity)
                .map(table -> table.get(id))
                .filter(row -> row != null)
                .findFirst()
                .orElse(null);
    }

    /** Stores a row in place of the one with its id. */
    public void put(EntityType type, Row row) {
        table(type, row.workspace()).put(row);
        changed(type.name());
    }

    /** Removes a row; nothing happens when it is not there. */
    public void remove(EntityType type, String workspace, String id) {
        if (table(type, workspace).remove(id) != null) {
            changed(type.name());
        }
    }

    /** How often an entity was changed so far. */
    public long version(String entity) {
        AtomicLong version = versions.get(entity);
        return version == null ? 0 : version.get();
    }

    private void changed(String entity) {
        AtomicLong version = versions.get(entity);
        if (version != null) {
            version.incrementAndGet();
        }
    }
}
