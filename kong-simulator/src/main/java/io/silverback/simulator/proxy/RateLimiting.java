package io.silverback.simulator.proxy;

import io.silverback.simulator.proxy.Plugins.Bound;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The plugin rate-limiting, counted on this node. */
final class RateLimiting implements Enforcer {
    private final Clock clock;
    private final Counters counters = new Counters();

    RateLimiting(Clock clock) {
        this.clock = clock;
    }

    private record Use(Window window, long limit, AtomicLong count, long rest) {}

    @Override
    public @Nullable Answer access(Exchange exchange, Bound plugin) {
        Document config = plugin.config();
        long now = clock.millis();
        List<Use> uses = uses(plugin.row().id() + identifier(exchange, config), config, now);
        boolean exceeded = uses.stream().anyMatch(use -> use.rest() <= 0);
        if (!config.isTrue("hide_client_headers")) {
            tell(exchange.added(), uses, exceeded, now);
        }
        if (exceeded) {
            String message = config.text("error_message");
            return Answer.message(
                    (int) config.number("error_code", 429),
                    message == null ? "API rate limit exceeded" : message);
        }
        uses.forEach(use -> use.count().incrementAndGet());
        return null;
    }

    private List<Use> uses(String what, Document config, long now) {
        List<Use> uses = new ArrayList<>(2);
        for (Window window : Window.values()) {
            if (config.get(window.field()) instanceof Number limit) {
                AtomicLong count = counters.of(what, window, now);
                long rest = limit.longValue() - count.get();
                uses.add(new Use(window, limit.longValue(), count, rest));
            }
        }
        return uses;
    }

    private static void tell(Headers headers, List<Use> uses, boolean exceeded, long now) {
        Use tightest = null;
        long least = 0;
        for (Use use : uses) {
            long rest = Math.max(0, use.rest() - (exceeded ? 0 : 1));
            headers.set("X-RateLimit-Limit-" + use.window().title(), String.valueOf(use.limit()));
            headers.set("X-RateLimit-Remaining-" + use.window().title(), String.valueOf(rest));
            if (tightest == null || rest <= least) {
                tightest = use;
                least = rest;
            }
        }
        if (tightest != null) {
            headers.set("RateLimit-Limit", String.valueOf(tightest.limit()));
            headers.set("RateLimit-Remaining", String.valueOf(least));
            headers.set("RateLimit-Reset", String.valueOf(tightest.window().rest(now)));
            if (exceeded) {
                headers.set("Retry-After", String.valueOf(tightest.window().rest(now)));
            }
        }
    }

    /** Who is counted: by what the plugin says, by address where that is not known. */
    static String identifier(Exchange exchange, Document config) {
        ProxyRequest request = exchange.request();
        Row credential = exchange.credential();
        Row service = exchange.service();
        String by =
                switch (String.valueOf(config.get("limit_by"))) {
                    case "consumer" ->
                            exchange.consumerId() == null
                                    ? credential == null ? null : credential.id()
                                    : exchange.consumerId();
                    case "credential" -> credential == null ? null : credential.id();
                    case "header" -> request.header(String.valueOf(config.get("header_name")));
                    case "path" ->
                            request.path().equals(config.text("path")) ? request.path() : null;
                    case "service" -> service == null ? null : service.id();
                    default -> null;
                };
        return by == null ? request.client() : by;
    }
}
