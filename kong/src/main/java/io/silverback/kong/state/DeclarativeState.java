package io.silverback.kong.state;

import io.silverback.kong.catalogue.Catalogue;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Everything that is configured in one workspace, in canonical order: write order, then id. */
public final class DeclarativeState {
    /** The name under which goes what belongs to no workspace. */
    public static final String ESTATE = "_estate";

    private static final Comparator<Entity> ORDER =
            Comparator.comparingInt((Entity entity) -> Catalogue.kong().order(entity.type()))
                    .thenComparing(Entity::type)
                    .thenComparing(Entity::id);

    private final String workspace;
    private final List<Entity> entities;
    private final Map<String, Map<String, Entity>> byType = new HashMap<>();

    /** A state of these entities, in whatever order they come. */
    public DeclarativeState(String workspace, List<Entity> entities) {
        this.workspace = workspace;
        this.entities = entities.stream().sorted(ORDER).toList();
        this.entities.forEach(
                entity ->
                        byType.computeIfAbsent(entity.type(), type -> new HashMap<>())
                                .put(entity.id(), entity));
    }

    /** A workspace with nothing in it. */
    public static DeclarativeState empty(String workspace) {
        return new DeclarativeState(workspace, List.of());
    }

    /** The workspace's name, or {@link #ESTATE}. */
    public String workspace() {
        return workspace;
    }

    /** All entities, in canonical order. */
    public List<Entity> entities() {
        return entities;
    }

    /** The entities of one type, in canonical order. */
    public List<Entity> entities(String type) {
        return entities.stream().filter(entity -> entity.type().equals(type)).toList();
    }

    /** The entity of this type and id. */
    public Optional<Entity> find(String type, String id) {
        return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(id));
    }

    /** How many entities there are. */
    public int size() {
        return entities.size();
    }

    /** How many entities there are of each type. */
    public SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        entities.forEach(entity -> counts.merge(entity.type(), 1, Integer::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    /** The same workspace with only some of its entities. */
    public DeclarativeState filter(Predicate<Entity> kept) {
        return new DeclarativeState(workspace, entities.stream().filter(kept).toList());
    }

    /** What a plan moves: of the workspaces themselves only those called {@code names}. */
    public DeclarativeState onlyWorkspaces(Set<String> names) {
        return filter(
                entity ->
                        !entity.type().equals("workspaces")
                                || entity.name().filter(names::contains).isPresent());
    }

    /**
     * A hash of what is configured: not of {@code updated_at}, remaining ttl or the reading's
     * order.
     */
    public String fingerprint() {
        return Fingerprint.of(entities);
    }

    /** The fingerprint of each type. */
    public SortedMap<String, String> fingerprints() {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        byType.keySet().forEach(type -> fingerprints.put(type, Fingerprint.of(entities(type))));
        return Collections.unmodifiableSortedMap(fingerprints);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeclarativeState state
                && state.workspace.equals(workspace)
                && state.entities.equals(entities);
    }

    @Override
    public int hashCode() {
        return 31 * workspace.hashCode() + entities.hashCode();
    }

    @Override
    public String toString() {
        return workspace + " " + counts();
    }
}
