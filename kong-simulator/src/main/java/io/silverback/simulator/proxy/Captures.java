package io.silverback.simulator.proxy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the groups of a route's expression caught, by number and by name. */
record Captures(Map<String, String> values) {
    static final Captures NONE = new Captures(Map.of());

    @Nullable String get(String name) {
        return values.get(name);
    }

    /** The whole of what matched. */
    String whole() {
        return values.getOrDefault("0", "");
    }
}
