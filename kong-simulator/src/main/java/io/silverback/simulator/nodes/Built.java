package io.silverback.simulator.nodes;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.MemoryDatabase;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a node builds of whole tables (its router, its plugins, its balancers) and keeps until it
 * has to build it anew: then it takes all that is in the database.
 */
final class Built {
    private final Database source;
    private final Set<String> entities;
    private final AtomicLong version = new AtomicLong();
    private @Nullable MemoryDatabase rows;
    private long builtAs = -1;

    Built(Database source, Set<String> entities) {
        this.source = source;
        this.entities = entities;
    }

    boolean holds(String entity) {
        return entities.contains(entity);
    }

    long version() {
        return version.get();
    }

    /** The next reader builds anew. */
    void outdate() {
        version.incrementAndGet();
    }

    synchronized MemoryDatabase rows() {
        MemoryDatabase current = rows;
        if (current != null && builtAs == version.get()) {
            return current;
        }
        builtAs = version.get();
        MemoryDatabase fresh = new MemoryDatabase(source.catalogue(), source.manners());
        for (String entity : entities) {
            EntityType type = source.catalogue().entity(entity);
            source.tables(entity)
                    .flatMap(table -> table.rows().values().stream())
                    .forEach(row -> fresh.put(type, row));
        }
        rows = fresh;
        return fresh;
    }
}
