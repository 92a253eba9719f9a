package io.silverback.simulator.store.postgres;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.MemoryDatabase;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import io.silverback.simulator.store.postgres.Statements.Condition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kong's own tables in a PostgreSQL that anybody may write to. An entity without a table there is
 * kept in memory.
 */
public final class PostgresDatabase implements Database, AutoCloseable {
    private final Connections connections;
    private final Catalogue catalogue;
    private final Layout layout;
    private final MemoryDatabase others;
    private final AtomicLong changes = new AtomicLong();
    private final Map<String, Statements> statements = new ConcurrentHashMap<>();

    private PostgresDatabase(Connections connections, Catalogue catalogue) {
        this.connections = connections;
        this.catalogue = catalogue;
        this.layout = Layout.read(connections);
        this.others = new MemoryDatabase(catalogue, Manners.POSTGRES);
    }

    /** Opens the database behind a JDBC address, with Kong's tables in it. */
    public static PostgresDatabase open(KongTables tables, Catalogue catalogue) {
        Connections connections = new Connections(tables.jdbcUrl());
        Bootstrap.run(connections, tables);
        return new PostgresDatabase(connections, catalogue);
    }

    @Override
    public Manners manners() {
        return Manners.POSTGRES;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Table table(EntityType type, String workspace) {
        return isHere(type)
                ? new PostgresTable(statements(type), workspace)
                : others.table(type, workspace);
    }

    private boolean isHere(EntityType type) {
        return layout.has(type.table());
    }

    private Statements statements(EntityType type) {
        Statements known = statements.get(type.name());
        if (known != null) {
            return known;
        }
        Mapping mapping =
                new Mapping(
                        type,
                        layout.columns(type.table()),
                        catalogue.plugins(),
                        type.workspaced() ? defaultWorkspace() : "");
        Statements made = new Statements(connections, mapping);
        statements.put(type.name(), made);
        return made;
    }

    /** Where rows belong whose table knows no workspaces. */
    private String defaultWorkspace() {
        Row row = table(catalogue.entity("workspaces"), "").find("name", "default");
        return row == null ? "" : row.id();
    }

    @Override
    public Stream<Table> tables(String entity) {
        EntityType type = catalogue.entity(entity);
        if (!isHere(type)) {
            return others.tables(entity);
        }
        Statements of = statements(type);
        if (!of.mapping().hasWorkspace()) {
            return Stream.of(new PostgresTable(of, of.mapping().noWorkspace()));
        }
        return table(catalogue.entity("workspaces"), "").rows().keySet().stream()
                .map(workspace -> new PostgresTable(of, workspace));
    }

    @Override
    public @Nullable Row anywhere(String entity, String id) {
        EntityType type = catalogue.entity(entity);
        if (!isHere(type)) {
            return others.anywhere(entity, id);
        }
        List<Row> rows =
                PostgresTable.isUuid(id)
                        ? statements(type).select(List.of(new Condition("id", id)), " LIMIT 1")
                        : List.of();
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public void put(EntityType type, Row row) {
        if (isHere(type)) {
            statements(type).upsert(row);
        } else {
            others.put(type, row);
        }
        changes.incrementAndGet();
    }

    @Override
    public void remove(EntityType type, String workspace, String id) {
        if (isHere(type)) {
            statements(type).delete(id);
        } else {
            others.remove(type, workspace, id);
        }
        changes.incrementAndGet();
    }

    @Override
    public long version(String entity) {
        return changes.get();
    }

    /** Reads {@code cluster_events}, from now on. */
    public EventRows events() {
        return new EventRows(connections);
    }

    @Override
    public void close() {
        connections.close();
    }
}
