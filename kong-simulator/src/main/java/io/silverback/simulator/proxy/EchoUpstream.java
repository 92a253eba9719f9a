package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Stands behind every service and answers with what reached it: the same on every gateway with the
 * same entities, and so without ports and addresses.
 */
public final class EchoUpstream implements Upstream {
    private static final Set<String> OF_THE_GATEWAY =
            Set.of("x-forwarded-port", "x-forwarded-for", "x-real-ip", "connection");

    @Override
    public void send(UpstreamCall call, Consumer<Answer> taker) {
        Target target = call.target();
        Document echo =
                Document.of("method", call.method())
                        .with("uri", call.uri())
                        .with("host", call.host())
                        .with("headers", headers(call))
                        .with("service", target == null ? null : target.service())
                        .with("route", call.route())
                        .with("body", call.body().length == 0 ? null : Json.text(call.body()));
        taker.accept(
                Answer.upstream(
                        200,
                        new Headers().add("Content-Type", "application/json"),
                        Json.bytes(echo)));
    }

    private static Map<String, String> headers(UpstreamCall call) {
        Map<String, String> headers = new TreeMap<>();
        call.headers()
                .forEach(
                        (name, value) -> {
                            String key = name.toLowerCase(Locale.ROOT);
                            if (!OF_THE_GATEWAY.contains(key)) {
                                headers.merge(key, value, (a, b) -> a + ", " + b);
                            }
                        });
        return headers;
    }
}
