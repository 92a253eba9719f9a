package io.silverback.kong.catalogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the table topologically by foreign keys, and otherwise leaves its order. */
final class WriteOrder {
    private final Map<String, EntityType> table = new LinkedHashMap<>();
    private final Map<String, EntityType> sorted = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private WriteOrder(List<EntityType> types) {
        types.forEach(type -> table.put(type.name(), type));
    }

    static Map<String, EntityType> of(List<EntityType> types) {
        WriteOrder order = new WriteOrder(types);
        types.forEach(order::visit);
        return order.sorted;
    }

    private void visit(EntityType type) {
        if (sorted.containsKey(type.name())) {
            return;
        }
        if (!open.add(type.name())) {
            throw new IllegalStateException("The catalogue's references run in a circle: " + open);
        }
        for (Reference reference : type.fields().references().values()) {
            EntityType before = table.get(reference.type());
            if (before == null) {
                throw new IllegalStateException(type + " refers to an unknown " + reference.type());
            }
            visit(before);
        }
        open.remove(type.name());
        sorted.put(type.name(), type);
    }
}
