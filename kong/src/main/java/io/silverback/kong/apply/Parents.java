package io.silverback.kong.apply;

import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The ids of entities that have collections below them: all that is kept of entities in memory. */
final class Parents {
    private final List<EntityType> types;
    private final Map<Collection, Set<String>> ids = new ConcurrentHashMap<>();

    /** None so far, of those below which these types are read; parents come before children. */
    Parents(List<EntityType> types) {
        this.types = types;
    }

    /** The collection is read from its beginning: those of before may be gone. */
    void begin(Collection one) {
        ids.put(one, new TreeSet<>());
    }

    void add(Collection one, List<Entity> batch) {
        Set<String> known = ids.get(one);
        if (known != null && hasChildren(one.type())) {
            batch.forEach(entity -> known.add(entity.id()));
        }
    }

    /** The collections below those that are there, and below these again. */
    Set<Collection> below() {
        Set<Collection> below = new LinkedHashSet<>();
        for (EntityType type : types) {
            type.access().parentField().ifPresent(field -> addBelow(below, type, field));
        }
        return below;
    }

    /** Those that were not begun. */
    List<Collection> unread() {
        List<Collection> unread = new ArrayList<>(below());
        unread.removeAll(ids.keySet());
        return unread;
    }

    /** Forgets the collections whose parents are gone. */
    void keepBelow(Set<Collection> below) {
        ids.keySet().removeIf(one -> !one.parentField().isEmpty() && !below.contains(one));
    }

    private void addBelow(Set<Collection> below, EntityType type, String field) {
        ids.forEach(
                (one, known) -> {
                    boolean isThere = one.parentField().isEmpty() || below.contains(one);
                    if (isThere && one.type().name().equals(parent(type, field))) {
                        known.forEach(id -> below.add(Collection.below(type, field, id)));
                    }
                });
    }

    private boolean hasChildren(EntityType parent) {
        return types.stream()
                .anyMatch(
                        type ->
                                type.access()
                                        .parentField()
                                        .filter(field -> parent(type, field).equals(parent.name()))
                                        .isPresent());
    }

    private static String parent(EntityType type, String field) {
        Reference reference = type.fields().references().get(field);
        return reference == null ? "" : reference.type();
    }
}
