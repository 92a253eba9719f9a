package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Manners;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bearer tokens that a proxy issued while the Admin API was recorded: no recorded request made
 * them, so they are written to the simulator just before the first answer that shows them.
 */
final class IssuedTokens {
    private static final String PATH = "/oauth2_tokens";

    private final Manners database;
    private final Set<Object> known = new HashSet<>();

    IssuedTokens(Manners database) {
        this.database = database;
    }

    /** What must be written before we are asked. */
    List<Exchange.Asked> before(Exchange exchange, Instant now) {
        Object body = Bodies.parsed(exchange.answer().body());
        List<Exchange.Asked> writes = new ArrayList<>();
        if (!exchange.asked().path().startsWith(PATH) || !(body instanceof Map<?, ?> answer)) {
            return writes;
        }
        boolean listed = exchange.asked().method().equals("GET");
        List<?> shown = answer.get("data") instanceof List<?> list ? list : List.of(answer);
        for (Object element : shown) {
            if (element instanceof Map<?, ?> token && known.add(token.get("id")) && listed) {
                writes.add(write(Document.of(token), now));
            }
        }
        return writes;
    }

    /** PostgreSQL counts the life of a token from its creation, Cassandra from its writing. */
    private Exchange.Asked write(Document token, Instant now) {
        if (database == Manners.POSTGRES && token.get("ttl") instanceof Number rest) {
            long age = now.getEpochSecond() - token.number("created_at", now.getEpochSecond());
            token.put("ttl", rest.longValue() + age);
        }
        return new Exchange.Asked(
                "POST",
                PATH,
                "application/json",
                new String(Json.bytes(token), StandardCharsets.UTF_8));
    }
}
