package io.silverback.simulator.nodes;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table of which a node remembers what it has looked up. */
record CachedTable(Table source, String workspace, Lookups lookups) implements Table {
    @Override
    public EntityType type() {
        return source.type();
    }

    @Override
    public @Nullable Row get(String id) {
        return lookups.byId(workspace, id, () -> source.get(id));
    }

    @Override
    public @Nullable Row find(String fields, Object value) {
        return lookups.by(workspace, fields, value, () -> source.find(fields, value));
    }

    @Override
    public NavigableMap<String, Row> rows() {
        return source.rows();
    }

    @Override
    public NavigableMap<String, Row> childrenOf(String field, String parent) {
        return lookups.children(
                workspace, field, parent, () -> new TreeMap<>(source.childrenOf(field, parent)));
    }
}
