package io.silverback.simulator.nodes;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.ReadThrough;
import io.silverback.simulator.store.Row;
import java.util.function.Consumer;

/**
 * The database as an Admin API writes it: each write is told. What comes into the database in
 * another way is not.
 */
public final class AnnouncingDatabase extends ReadThrough {
    private final Database inner;
    private final Consumer<Change> listener;

    /** Tells a listener what is written into a database. */
    public AnnouncingDatabase(Database inner, Consumer<Change> listener) {
        this.inner = inner;
        this.listener = listener;
    }

    @Override
    public void put(EntityType type, Row row) {
        Row before = inner.table(type, row.workspace()).get(row.id());
        inner.put(type, row);
        listener.accept(new Change(type, before, row));
    }

    @Override
    public void remove(EntityType type, String workspace, String id) {
        Row before = inner.table(type, workspace).get(id);
        inner.remove(type, workspace, id);
        if (before != null) {
            listener.accept(new Change(type, before, null));
        }
    }

    @Override
    protected Database source() {
        return inner;
    }

    @Override
    public long version(String entity) {
        return inner.version(entity);
    }
}
