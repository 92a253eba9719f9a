package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What decides between the targets of an upstream: the same input, the same target. */
final class HashInput {
    private HashInput() {}

    /** A number from what the upstream hashes on, from its fallback, or the next turn. */
    static long of(Exchange exchange, Row upstream, ToLongFunction<Row> turn) {
        Document entity = upstream.document();
        String input = input(exchange, entity, "hash_on");
        String chosen = input == null ? input(exchange, entity, "hash_fallback") : input;
        if (chosen == null) {
            return turn.applyAsLong(upstream);
        }
        CRC32 crc = new CRC32();
        crc.update(chosen.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static @Nullable String input(Exchange exchange, Document upstream, String field) {
        ProxyRequest request = exchange.request();
        MatchedRoute matched = exchange.matched();
        return switch (String.valueOf(upstream.get(field))) {
            case "consumer" -> exchange.consumerId();
            case "ip" -> request.client();
            case "path" -> request.path();
            case "header" -> request.header(String.valueOf(upstream.get(field + "_header")));
            case "query_arg" ->
                    Parameters.ofQuery(request.query())
                            .first(String.valueOf(upstream.get(field + "_query_arg")));
            case "uri_capture" ->
                    matched == null
                            ? null
                            : matched.captures()
                                    .get(String.valueOf(upstream.get(field + "_uri_capture")));
            case "cookie" -> Cookies.value(request, String.valueOf(upstream.get("hash_on_cookie")));
            default -> null;
        };
    }
}
