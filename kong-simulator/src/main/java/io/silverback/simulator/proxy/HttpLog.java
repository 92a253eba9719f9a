package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plugin http-log: one line for each request; lines are not gathered into batches. */
final class HttpLog implements Enforcer {
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization");

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

    /** A line with the fields of Kong's own: what is not there is left out. */
    private static Document line(Exchange exchange, Answer answer) {
        Document line =
                Document.of("request", request(exchange.request()))
                        .with("response", response(answer))
                        .with("latencies", latencies(exchange, answer))
                        .with("tries", tries(exchange))
                        .with("client_ip", exchange.request().client())
                        .with("started_at", exchange.begin())
                        .with("upstream_uri", exchange.call().uri())
                        .with("upstream_status", upstreamStatus(answer))
                        .with("workspace", exchange.workspace());
        put(line, "route", exchange.route());
        put(line, "service", exchange.service());
        put(line, "consumer", exchange.consumer());
        Row credential = exchange.credential();
        if (credential != null) {
            line.put(
                    "authenticated_entity",
                    Document.of("id", credential.id())
                            .with("consumer_id", credential.document().reference("consumer")));
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
        String uri = request.path() + query;
        Document parameters = new Document();
        Parameters.ofQuery(request.query())
                .list()
                .forEach(parameter -> add(parameters, parameter.name(), parameter.given()));
        Document headers = headers(request.headers());
        headers.replaceAll((name, value) -> SECRET.contains(name) ? "REDACTED" : value);
        String origin = request.scheme() + "://" + request.hostName() + ":" + request.port();
        return Document.of("method", request.method())
                .with("uri", uri)
                .with("url", origin + uri)
                .with("size", request.body().length)
                .with("querystring", parameters)
                .with("headers", headers);
    }

    private static Document response(Answer answer) {
        return Document.of("status", answer.status())
                .with("size", answer.body().length)
                .with("headers", headers(answer.headers()));
    }

    private static String upstreamStatus(Answer answer) {
        return answer.fromUpstream() ? String.valueOf(answer.status()) : "";
    }

    private static Document headers(Headers headers) {
        Document lower = new Document();
        headers.forEach((name, value) -> add(lower, name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    /** What comes repeatedly becomes a list. */
    private static void add(Document members, String name, Object value) {
        Object before = members.get(name);
        if (before == null) {
            members.put(name, value);
        } else {
            List<Object> values = new ArrayList<>();
            if (before instanceof List<?> list) {
                values.addAll(list);
            } else {
                values.add(before);
            }
            values.add(value);
            members.put(name, values);
        }
    }

    /** The upstream's time is -1 where none was asked. */
    private static Document latencies(Exchange exchange, Answer answer) {
        return Document.of("request", exchange.tookMillis())
                .with("kong", exchange.gatewayMillis())
                .with("proxy", answer.fromUpstream() ? exchange.upstreamMillis() : -1);
    }

    private static List<Document> tries(Exchange exchange) {
        Target target = exchange.call().target();
        return target == null
                ? List.of()
                : List.of(
                        Document.of("ip", target.host())
                                .with("port", target.port())
                                .with("balancer_start", exchange.begin())
                                .with("balancer_latency", 0));
    }
}
