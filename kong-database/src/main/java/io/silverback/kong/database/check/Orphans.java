package io.silverback.kong.database.check;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the rows whose reference leads to no row that will be loaded. */
final class Orphans {

    private final Map<String, KeySpill> keys;
    private final Skips skips;

    /**
     * @param keys what other tables refer to, by table and columns
     */
    Orphans(Map<String, KeySpill> keys, Skips skips) {
        this.keys = keys;
        this.skips = skips;
    }

    /** Positions of the referring rows for which nothing in the snapshot answers. */
    BitSet unanswered(KeySpill references, String parent, String parentKey) throws IOException {
        BitSet unanswered = new BitSet();
        KeySpill parents = keys.get(parentKey);
        for (int part = 0; part < KeySpill.PARTS; part++) {
            Set<KeyHash> there = there(parents, parent, part);
            references.read(part).stream()
                    .filter(row -> !there.contains(row.key()))
                    .forEach(row -> unanswered.set(row.position()));
        }
        return unanswered;
    }

    private Set<KeyHash> there(@Nullable KeySpill parents, String parent, int part)
            throws IOException {
        return parents == null
                ? Set.of()
                : parents.read(part).stream()
                        .filter(row -> !skips.contains(parent, row.position()))
                        .map(KeyedRow::key)
                        .collect(Collectors.toSet());
    }
}
