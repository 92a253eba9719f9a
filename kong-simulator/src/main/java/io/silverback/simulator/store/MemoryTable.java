package io.silverback.simulator.store;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The rows of one entity in one workspace, in memory. One thread writes, any may read. */
public final class MemoryTable implements Table {
    private final EntityType type;
    private final Manners manners;
    private final NavigableMap<String, Row> rows = new ConcurrentSkipListMap<>();
    private final Map<String, Map<Object, Row>> unique = new HashMap<>();
    private final Map<String, Map<String, NavigableMap<String, Row>>> children = new HashMap<>();

    MemoryTable(EntityType type, Manners manners) {
        this.type = type;
        this.manners = manners;
        type.fields().values().stream()
                .filter(Field::unique)
                .forEach(field -> unique.put(field.name(), new ConcurrentHashMap<>()));
        type.uniqueTogether()
                .forEach(fields -> unique.put(String.join(",", fields), new ConcurrentHashMap<>()));
        type.foreignFields()
                .forEach(field -> children.put(field.name(), new ConcurrentHashMap<>()));
    }

    @Override
    public @Nullable Row get(String id) {
        return rows.get(manners.position(type, id));
    }

    @Override
    public @Nullable Row find(String fields, Object value) {
        Map<Object, Row> index = unique.get(fields);
        return index == null ? null : index.get(value);
    }

    @Override
    public NavigableMap<String, Row> rows() {
        return rows;
    }

    @Override
    public NavigableMap<String, Row> childrenOf(String field, String parent) {
        Map<String, NavigableMap<String, Row>> index = children.get(field);
        NavigableMap<String, Row> found = index == null ? null : index.get(parent);
        return found == null ? new ConcurrentSkipListMap<>() : found;
    }

    /**
     * Puts the new row into every index before the old one leaves it: readers always find one of
     * them.
     */
    void put(Row row) {
        Row old = rows.put(manners.position(type, row.id()), row);
        unique.forEach((fields, index) -> replace(index, key(row, fields), row));
        children.forEach((field, index) -> link(index, row.document().reference(field), row));
        if (old != null) {
            leave(old, row);
        }
    }

    @Nullable Row remove(String id) {
        Row row = rows.remove(manners.position(type, id));
        if (row != null) {
            leave(row, null);
        }
        return row;
    }

    private static void replace(Map<Object, Row> index, @Nullable Object key, Row row) {
        if (key != null) {
            index.put(key, row);
        }
    }

    private void link(
            Map<String, NavigableMap<String, Row>> index, @Nullable String parent, Row row) {
        if (parent != null) {
            index.computeIfAbsent(parent, any -> new ConcurrentSkipListMap<>())
                    .put(manners.position(type, row.id()), row);
        }
    }

    private void leave(Row old, @Nullable Row successor) {
        unique.forEach(
                (fields, index) -> {
                    Object key = key(old, fields);
                    if (key != null && (successor == null || !key.equals(key(successor, fields)))) {
                        index.remove(key, old);
                    }
                });
        children.forEach(
                (field, index) -> {
                    String parent = old.document().reference(field);
                    boolean moved =
                            successor == null
                                    || !Objects.equals(
                                            parent, successor.document().reference(field));
                    NavigableMap<String, Row> siblings = parent == null ? null : index.get(parent);
                    if (siblings != null && moved) {
                        siblings.remove(manners.position(type, old.id()));
                    }
                });
    }

    private @Nullable Object key(Row row, String fields) {
        return fields.contains(",")
                ? Table.keyOf(row, List.of(fields.split(",")))
                : row.document().get(fields);
    }

    @Override
    public EntityType type() {
        return type;
    }
}
