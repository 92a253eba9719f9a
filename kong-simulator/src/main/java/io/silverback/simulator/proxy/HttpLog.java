package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plugin http-log: one line for each request; lines are not gathered into batches. */
final class HttpLog implements Enforcer {
    private final LogSink sink;

    HttpLog(LogSink sink) {
        this.sink = sink;
    }

    @Override
    public void log(Exchange exchange, Document config, Answer answer) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", String.valueOf(config.get("content_type")));
        config.document("headers")
                .forEach((name, value) -> headers.put(name, String.valueOf(value)));
        sink.send(
                String.valueOf(config.get("method")),
                String.valueOf(config.get("http_endpoint")),
                headers,
                Json.bytes(line(exchange, answer)));
    }

    private static Document line(Exchange exchange, Answer answer) {
        Row credential = exchange.credential();
        Document line =
                Document.of("request", request(exchange.request()))
                        .with("response", response(answer))
                        .with("latencies", latencies(exchange))
                        .with("tries", tries(exchange))
                        .with("client_ip", exchange.request().client())
                        .with("started_at", exchange.begin())
                        .with("upstream_uri", exchange.call().uri())
                        .with("workspace", exchange.workspace());
        put(line, "route", exchange.route());
        put(line, "service", exchange.service());
        put(line, "consumer", exchange.consumer());
        if (credential != null) {
            line.put("authenticated_entity", Document.of("id", credential.id()));
        }
        return line;
    }

    private static void put(Document line, String name, @Nullable Row row) {
        if (row != null) {
            line.put(name, row.document());
        }
    }

    private static Document request(ProxyRequest request) {
        String query = request.query() == null ? "" : "?" + request.query();
        Document parameters = new Document();
        Parameters.ofQuery(request.query())
                .list()
                .forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
        return Document.of("method", request.method())
                .with("uri", request.path() + query)
                .with("url", request.scheme() + "://" + request.host() + request.path() + query)
                .with("size", request.body().length)
                .with("querystring", parameters)
                .with("headers", headers(request.headers()));
    }

    private static Document response(Answer answer) {
        return Document.of("status", answer.status())
                .with("size", answer.body().length)
                .with("headers", headers(answer.headers()));
    }

    private static Document headers(Headers headers) {
        Document lower = new Document();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private static Document latencies(Exchange exchange) {
        return Document.of("request", exchange.tookMillis())
                .with("kong", exchange.gatewayMillis())
                .with("proxy", exchange.upstreamMillis());
    }

    private static List<Document> tries(Exchange exchange) {
        Target target = exchange.call().target();
        return target == null
                ? List.of()
                : List.of(Document.of("ip", target.host()).with("port", target.port()));
    }
}
