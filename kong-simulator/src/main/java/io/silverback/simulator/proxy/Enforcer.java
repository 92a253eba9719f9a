package io.silverback.simulator.proxy;

import io.silverback.simulator.proxy.Plugins.Bound;
import io.silverback.simulator.schema.Document;
import org.jspecify.annotations.Nullable;

/** What one plugin does to a request and to its answer. */
interface Enforcer {
    /** Before the request goes on: null lets it pass, an answer ends it. */
    default @Nullable Answer access(Exchange exchange, Document config) {
        return null;
    }

    /** As {@link #access(Exchange, Document)}, for those that count by plugin. */
    default @Nullable Answer access(Exchange exchange, Bound plugin) {
        return access(exchange, plugin.config());
    }

    /** When there is an answer, of Kong or of the upstream. */
    default Answer respond(Exchange exchange, Document config, Answer answer) {
        return answer;
    }

    /** When the answer has gone out. */
    default void log(Exchange exchange, Document config, Answer answer) {}
}
