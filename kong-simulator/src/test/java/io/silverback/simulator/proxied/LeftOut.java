package io.silverback.simulator.proxied;

import io.silverback.simulator.schema.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests that another plugin or protocol decides than those the simulator enforces. */
final class LeftOut {
    private LeftOut() {}

    static @Nullable String reason(Document record) {
        boolean cached =
                record.document("cassandra")
                        .list("headers")
                        .contains(List.of("X-Cache-Status", "Hit"));
        return cached ? "answered from the cache of the plugin proxy-cache" : null;
    }
}
