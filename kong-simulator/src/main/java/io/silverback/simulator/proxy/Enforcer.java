package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import org.jspecify.annotations.Nullable;

/** What one plugin does to a request: null lets it pass, an answer ends it. */
@FunctionalInterface
interface Enforcer {
    @Nullable Answer access(Exchange exchange, Document config);
}
