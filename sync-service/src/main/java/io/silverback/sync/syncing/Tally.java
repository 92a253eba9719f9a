package io.silverback.sync.syncing;

import io.silverback.contracts.ConfigSynced.Changes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts changes by entity type over all attempts of one sync. */
final class Tally {

    private Tally() {}

    /**
     * What {@code written}, the writes of all attempts, did. What the last attempt found done was
     * in part written by the earlier ones: that counts as written.
     */
    static Map<String, Changes> of(List<Write> written, Green.Difference last) {
        Set<String> types = new TreeSet<>(last.unchanged().keySet());
        written.forEach(write -> types.add(write.entityType()));
        Map<String, Changes> changes = new HashMap<>();
        types.forEach(type -> changes.put(type, of(type, written, last)));
        return changes;
    }

    private static Changes of(String type, List<Write> written, Green.Difference last) {
        Set<String> created = ids(type, Write.Operation.CREATE, written);
        Set<String> updated = ids(type, Write.Operation.UPDATE, written);
        updated.removeAll(created);
        Set<String> deleted = ids(type, Write.Operation.DELETE, written);
        Set<String> earlier = new HashSet<>(created);
        earlier.addAll(updated);
        earlier.removeAll(ids(type, Write.Operation.CREATE, last.writes()));
        earlier.removeAll(ids(type, Write.Operation.UPDATE, last.writes()));
        int unchanged = last.unchanged().getOrDefault(type, 0) - earlier.size();
        return new Changes(created.size(), updated.size(), deleted.size(), Math.max(unchanged, 0));
    }

    private static Set<String> ids(String type, Write.Operation operation, List<Write> written) {
        Set<String> ids = new HashSet<>();
        for (Write write : written) {
            if (write.operation() == operation && write.entityType().equals(type)) {
                ids.add(write.entityId());
            }
        }
        return ids;
    }
}
