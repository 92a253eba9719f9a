package io.silverback.kong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All entity types, each after those it refers to: the order in which they are written. */
public final class Catalogue {
    private static final Catalogue KONG = CatalogueReader.read("entities.yaml");

    private final Map<String, EntityType> types;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, Integer> orders = new HashMap<>();

    Catalogue(List<EntityType> table) {
        types = WriteOrder.of(table);
        for (EntityType type : types.values()) {
            orders.put(type.name(), orders.size());
            levels.put(type.name(), levelOf(type));
        }
    }

    /** The catalogue of Kong's entities. */
    public static Catalogue kong() {
        return KONG;
    }

    /** Every type, in write order. */
    public List<EntityType> types() {
        return new ArrayList<>(types.values());
    }

    /** The types of one scope and kind that such a gateway has, in write order. */
    public List<EntityType> types(Scope scope, Kind kind, Edition edition, KongVersion version) {
        return types.values().stream()
                .filter(type -> type.scope() == scope && type.kind() == kind)
                .filter(type -> type.availability().in(edition, version))
                .toList();
    }

    /** The type of this name. */
    public Optional<EntityType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type of this name, which must exist. */
    public EntityType type(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("Unknown entity type " + name));
    }

    /**
     * How many types must be written before this one: types of one level don't depend on each
     * other.
     */
    public int level(String name) {
        return levels.getOrDefault(name, 0);
    }

    /** Where this type stands in the write order. */
    public int order(String name) {
        return orders.getOrDefault(name, orders.size());
    }

    private int levelOf(EntityType type) {
        return type.fields().references().values().stream()
                .filter(reference -> !reference.type().equals(type.name()))
                .mapToInt(reference -> 1 + level(reference.type()))
                .max()
                .orElse(0);
    }
}
