package io.silverback.simulator.proxy;

import io.silverback.simulator.proxy.Plugins.Bound;
import io.silverback.simulator.schema.Document;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plugin response-ratelimiting: the upstream's answers say what they cost. */
final class ResponseRateLimiting implements Enforcer {
    private final Clock clock;
    private final Counters counters = new Counters();

    ResponseRateLimiting(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable Answer access(Exchange exchange, Bound plugin) {
        Document config = plugin.config();
        Document limits = config.document("limits");
        boolean exceeded = false;
        for (String name : limits.keySet()) {
            long least = Long.MAX_VALUE;
            for (Window window : Window.values()) {
                least = Math.min(least, rest(exchange, config, name, window));
            }
            exceeded |= least <= 0;
            exchange.set("X-RateLimit-Remaining-" + name, String.valueOf(Math.max(0, least)));
        }
        return exceeded && config.isTrue("block_on_first_violation")
                ? Answer.message(429, "API rate limit exceeded")
                : null;
    }

    private long rest(Exchange exchange, Document config, String name, Window window) {
        Object limit = config.document("limits").document(name).get(window.field());
        return limit instanceof Number number
                ? number.longValue()
                        - counters.of(key(exchange, config, name), window, clock.millis()).get()
                : Long.MAX_VALUE;
    }

    private static String key(Exchange exchange, Document config, String name) {
        return exchange.call().route() + RateLimiting.identifier(exchange, config) + name;
    }

    @Override
    public Answer respond(Exchange exchange, Document config, Answer answer) {
        if (!answer.fromUpstream()) {
            return answer;
        }
        Map<String, Long> costs = costs(answer, String.valueOf(config.get("header_name")));
        Document limits = config.document("limits");
        for (String name : limits.keySet()) {
            for (Window window : Window.values()) {
                if (limits.document(name).get(window.field()) instanceof Number limit) {
                    counters.of(key(exchange, config, name), window, clock.millis())
                            .addAndGet(costs.getOrDefault(name, 0L));
                    if (!config.isTrue("hide_client_headers")) {
                        tell(exchange, config, name, window, limit.longValue());
                    }
                }
            }
        }
        return answer;
    }

    private void tell(Exchange exchange, Document config, String name, Window window, long limit) {
        String end = name + "-" + window.field();
        long rest = Math.max(0, rest(exchange, config, name, window));
        exchange.added().set("X-RateLimit-Limit-" + end, String.valueOf(limit));
        exchange.added().set("X-RateLimit-Remaining-" + end, String.valueOf(rest));
    }

    private static Map<String, Long> costs(Answer answer, String header) {
        Map<String, Long> costs = new HashMap<>();
        for (String value : answer.headers().all(header)) {
            for (String cost : value.split(",")) {
                String[] parts = cost.trim().split("=", 2);
                if (parts.length == 2 && parts[1].matches("\\d{1,9}")) {
                    costs.put(parts[0], Long.parseLong(parts[1]));
                }
            }
        }
        return costs;
    }
}
