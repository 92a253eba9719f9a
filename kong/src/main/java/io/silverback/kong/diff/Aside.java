package io.silverback.kong.diff;

import io.silverback.kong.state.UniqueKey;

/** Values that stand in a unique field for a moment, while two entities exchange theirs. */
public final class Aside {
    private static final String PREFIX = "moved-";

    private Aside() {}

    /** Whether there is another value for the key: one text that nothing else is derived from. */
    static boolean isPossible(UniqueKey key) {
        return key.fields().size() == 1 && key.values().indexOf('\n') < 0;
    }

    /** A value that names, host names and prefixes may have, and no other entity has. */
    public static String value(String id) {
        return PREFIX + id;
    }
}
