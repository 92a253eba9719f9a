package io.silverback.simulator.hybrid;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What a data plane serves from: the rows of the configuration that it has taken. */
final class PushedDatabase implements Database {
    private final AtomicLong taken = new AtomicLong();
    private volatile Database rows;

    PushedDatabase(Database rows) {
        this.rows = rows;
    }

    void take(Database pushed) {
        rows = pushed;
        taken.incrementAndGet();
    }

    @Override
    public Manners manners() {
        return rows.manners();
    }

    @Override
    public Catalogue catalogue() {
        return rows.catalogue();
    }

    @Override
    public Table table(EntityType type, String workspace) {
        return rows.table(type, workspace);
    }

    @Override
    public Stream<Table> tables(String entity) {
        return rows.tables(entity);
    }

    @Override
    public void put(EntityType type, Row row) {
        rows.put(type, row);
        taken.incrementAndGet();
    }

    @Override
    public void remove(EntityType type, String workspace, String id) {
        rows.remove(type, workspace, id);
        taken.incrementAndGet();
    }

    @Override
    public long version(String entity) {
        return taken.get();
    }
}
