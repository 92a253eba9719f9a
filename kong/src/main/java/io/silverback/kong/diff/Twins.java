package io.silverback.kong.diff;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Desired entities that share a unique key: Cassandra lets them be, PostgreSQL does not. */
final class Twins {
    private static final String WHY = "both are to be there, and the gateway takes one";

    private Twins() {}

    /** One conflict for each that comes second. */
    static List<Conflict> among(List<Entity> desired) {
        Map<UniqueKey, Entity> first = new HashMap<>();
        List<Conflict> found = new ArrayList<>();
        for (Entity entity : desired) {
            for (UniqueKey key : UniqueKey.of(entity)) {
                Entity other = first.putIfAbsent(key, entity);
                if (other != null && !other.id().equals(entity.id())) {
                    found.add(new Conflict(entity, other, key.fields(), WHY));
                }
            }
        }
        return found;
    }
}
