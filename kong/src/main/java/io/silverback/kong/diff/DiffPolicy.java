package io.silverback.kong.diff;

import java.util.Set;

/**
 * What to do where the two sides disagree.
 *
 * @param protectedTags what carries one of them on the actual side is never deleted
 */
public record DiffPolicy(Extra extra, Conflicts conflicts, Set<String> protectedTags) {

    /** What to do with what only the actual side has. */
    public enum Extra {
        /** Leave it. */
        KEEP,
        /** Delete it. */
        PRUNE
    }

    /** What to do with what has the same unique key and another id. */
    public enum Conflicts {
        /** Leave it and say so: nothing may be applied. */
        FAIL,
        /** Delete it, with what depends on it, and create ours. */
        REPLACE,
        /** Keep it, id included, and let ours refer to it. */
        KEEP
    }

    public DiffPolicy {
        protectedTags = Set.copyOf(protectedTags);
    }

    /** Keeps extras and fails on conflicts. */
    public static DiffPolicy careful() {
        return new DiffPolicy(Extra.KEEP, Conflicts.FAIL, Set.of());
    }
}
