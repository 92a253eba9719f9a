package io.silverback.simulator.proxy;

import io.silverback.simulator.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * A route and how it matched.
 *
 * @param path the normalized path of the request
 * @param taken the part of the path that the route took; null when it has no paths
 */
record MatchedRoute(CompiledRoute route, String path, @Nullable String taken, Captures captures) {
    @Nullable Row service() {
        return route.service();
    }

    /** What is cut off before the request goes on, or null. */
    @Nullable String stripped() {
        return route.stripsPath() && taken != null && !taken.isEmpty() ? taken : null;
    }
}
