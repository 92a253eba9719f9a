package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The plugin correlation-id: a name for each request. */
final class CorrelationId implements Enforcer {
    private final AtomicLong counter = new AtomicLong();
    private final String node = random().toString();

    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        String header = String.valueOf(config.get("header_name"));
        String given = exchange.request().header(header);
        if (given == null || given.isBlank()) {
            exchange.set(header, generated(config));
        }
        return null;
    }

    private String generated(Document config) {
        return switch (String.valueOf(config.get("generator"))) {
            case "uuid" -> random().toString();
            case "tracker" ->
                    "127.0.0.1-8000-1-%d-1-%d"
                            .formatted(counter.incrementAndGet(), System.currentTimeMillis());
            default -> node + "#" + counter.incrementAndGet();
        };
    }

    private static UUID random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }

    @Override
    public Answer respond(Exchange exchange, Document config, Answer answer) {
        if (config.isTrue("echo_downstream")) {
            String header = String.valueOf(config.get("header_name"));
            String sent = exchange.call().headers().get(header);
            answer.headers().set(header, sent == null ? generated(config) : sent);
        }
        return answer;
    }
}
