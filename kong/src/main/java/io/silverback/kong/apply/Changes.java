package io.silverback.kong.apply;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.RunningFingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names what became of entities between two readings, without secrets. */
final class Changes {
    private Changes() {}

    static List<String> between(List<Entity> before, List<Entity> now) {
        Map<String, Entity> gone = new LinkedHashMap<>();
        before.forEach(entity -> gone.put(entity.id(), entity));
        List<String> changes = new ArrayList<>();
        for (Entity entity : now) {
            Entity earlier = gone.remove(entity.id());
            if (earlier == null) {
                changes.add(entity.label() + " was created");
            } else if (!fingerprint(earlier).equals(fingerprint(entity))) {
                changes.add(entity.label() + " was changed");
            }
        }
        gone.values().forEach(entity -> changes.add(entity.label() + " was deleted"));
        return changes;
    }

    private static String fingerprint(Entity entity) {
        return RunningFingerprint.of(List.of(entity));
    }
}
