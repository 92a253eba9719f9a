package io.silverback.kong.apply;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.RunningFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What collections held when each was read last. */
record Contents(Map<Collection, List<Entity>> collections) {

    Contents {
        collections = Map.copyOf(collections);
    }

    List<Entity> entities() {
        return collections.values().stream().flatMap(List::stream).toList();
    }

    /** With what was read later in place of what was read before. */
    Contents with(Map<Collection, List<Entity>> later) {
        Map<Collection, List<Entity>> all = new HashMap<>(collections);
        all.putAll(later);
        return new Contents(all);
    }

    /** Without the collections whose parents are gone. */
    Contents onlyWithParents(Set<Collection> below) {
        Map<Collection, List<Entity>> all = new HashMap<>(collections);
        all.keySet().removeIf(one -> !one.parentField().isEmpty() && !below.contains(one));
        return new Contents(all);
    }

    /** The collections whose fingerprint is another one now. */
    List<Collection> changedSince(Map<Collection, String> now) {
        List<Collection> changed = new ArrayList<>();
        now.forEach(
                (one, fingerprint) -> {
                    List<Entity> before = collections.getOrDefault(one, List.of());
                    if (!RunningFingerprint.of(before).equals(fingerprint)) {
                        changed.add(one);
                    }
                });
        return changed;
    }

    /** What became of the entities of {@code later}'s collections, one sentence for each. */
    List<String> changes(Map<Collection, List<Entity>> later) {
        List<String> changes = new ArrayList<>();
        later.forEach(
                (one, now) ->
                        changes.addAll(
                                Changes.between(collections.getOrDefault(one, List.of()), now)));
        return changes.stream().sorted().toList();
    }
}
