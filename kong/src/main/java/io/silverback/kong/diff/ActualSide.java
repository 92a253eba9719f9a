package io.silverback.kong.diff;

import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The actual state, findable by id and by unique key, and which of it has found its counterpart.
 */
final class ActualSide {
    private final DeclarativeState state;
    private final Map<UniqueKey, Entity> byKey = new HashMap<>();
    private final Set<String> matched = new HashSet<>();
    private final Set<String> kept = new HashSet<>();

    ActualSide(DeclarativeState state) {
        this.state = state;
        for (Entity entity : state.entities()) {
            UniqueKey.of(entity).forEach(key -> byKey.putIfAbsent(key, entity));
        }
    }

    DeclarativeState state() {
        return state;
    }

    Optional<Entity> byId(Entity desired) {
        return state.find(desired.type(), desired.id());
    }

    /** Who has a key of {@code desired} under another id. */
    List<Rival> rivals(Entity desired) {
        return rivals(desired, List.of());
    }

    /** The same for what is there already as {@code same}: by the keys that this has not yet. */
    List<Rival> rivals(Entity desired, Entity same) {
        return rivals(desired, UniqueKey.of(same));
    }

    private List<Rival> rivals(Entity desired, List<UniqueKey> held) {
        Map<String, Rival> rivals = new LinkedHashMap<>();
        for (UniqueKey key : UniqueKey.of(desired)) {
            Entity found = held.contains(key) ? null : byKey.get(key);
            if (found != null && !found.id().equals(desired.id())) {
                rivals.putIfAbsent(found.id(), new Rival(key, found));
            }
        }
        return List.copyOf(rivals.values());
    }

    /** Its counterpart is not written: it stays as it is. */
    void keep(Entity actual) {
        match(actual);
        kept.add(key(actual));
    }

    boolean isKept(Entity actual) {
        return kept.contains(key(actual));
    }

    void match(Entity actual) {
        matched.add(key(actual));
    }

    boolean isMatched(Entity actual) {
        return matched.contains(key(actual));
    }

    static String key(Entity entity) {
        return entity.type() + " " + entity.id();
    }
}
