package io.silverback.simulator.hybrid;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.ReadThrough;
import io.silverback.simulator.store.Row;
import java.util.concurrent.atomic.AtomicLong;

/** What a data plane serves from: the rows of the configuration that it has taken. */
final class PushedDatabase extends ReadThrough {
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
    protected Database source() {
        return rows;
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
