package io.silverback.kong.database.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The rows that are left out, by table and position in the reading order (0 is the first). */
public final class Skips {

    private final Map<String, BitSet> positions = new HashMap<>();

    /** Leaves nothing out. */
    public static Skips none() {
        return new Skips();
    }

    void add(String table, int position) {
        positions.computeIfAbsent(table, t -> new BitSet()).set(position);
    }

    /** Whether the row is left out. */
    public boolean contains(String table, int position) {
        BitSet set = positions.get(table);
        return set != null && set.get(position);
    }

    /** How many rows of the table are left out. */
    public int count(String table) {
        BitSet set = positions.get(table);
        return set == null ? 0 : set.cardinality();
    }
}
