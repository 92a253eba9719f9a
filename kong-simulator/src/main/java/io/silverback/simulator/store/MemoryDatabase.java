package io.silverback.simulator.store;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** All tables of all workspaces, in memory. One thread writes, any may read. */
public final class MemoryDatabase implements Database {
    /** Where entities live that belong to no workspace. */
    private static final String NO_WORKSPACE = "";

    private final Catalogue catalogue;
    private final Manners manners;
    private final Map<String, Map<String, MemoryTable>> tables = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> versions = new ConcurrentHashMap<>();

    /** An empty database. */
    public MemoryDatabase(Catalogue catalogue, Manners manners) {
        this.catalogue = catalogue;
        this.manners = manners;
        catalogue.entities().forEach(type -> versions.put(type.name(), new AtomicLong()));
    }

    @Override
    public Manners manners() {
        return manners;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public MemoryTable table(EntityType type, String workspace) {
        return tables.computeIfAbsent(type.name(), any -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        type.workspaced() ? workspace : NO_WORKSPACE,
                        any -> new MemoryTable(type, manners));
    }

    @Override
    public Stream<Table> tables(String entity) {
        return tables.getOrDefault(entity, Map.of()).values().stream().map(Table.class::cast);
    }

    @Override
    public void put(EntityType type, Row row) {
        table(type, row.workspace()).put(row);
        changed(type.name());
    }

    @Override
    public void remove(EntityType type, String workspace, String id) {
        if (table(type, workspace).remove(id) != null) {
            changed(type.name());
        }
    }

    @Override
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
