package io.silverback.kong.deck;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds entities that no gateway could hold at once. */
final class Duplicates {
    private Duplicates() {}

    static List<String> in(List<Entity> entities) {
        List<String> found = new ArrayList<>();
        Map<String, Entity> ids = new HashMap<>();
        Map<UniqueKey, Entity> keys = new HashMap<>();
        for (Entity entity : entities) {
            Entity sameId = ids.putIfAbsent(entity.type() + " " + entity.id(), entity);
            if (sameId != null) {
                found.add(sameId.label() + " and " + entity.label() + " have the same id");
                continue;
            }
            for (UniqueKey key : UniqueKey.of(entity)) {
                Entity other = keys.putIfAbsent(key, entity);
                if (other != null) {
                    found.add(other.label() + " and " + entity.label() + " share " + key.fields());
                }
            }
        }
        return found;
    }
}
