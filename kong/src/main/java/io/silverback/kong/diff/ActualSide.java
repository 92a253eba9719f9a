package io.silverback.kong.diff;

import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;
import java.util.HashMap;
import java.util.HashSet;
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

    /** A key of {@code desired} that another entity has, and that entity. */
    Optional<Map.Entry<UniqueKey, Entity>> byKey(Entity desired) {
        return UniqueKey.of(desired).stream()
                .filter(byKey::containsKey)
                .map(key -> Map.entry(key, byKey.get(key)))
                .filter(found -> !found.getValue().id().equals(desired.id()))
                .findFirst();
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
