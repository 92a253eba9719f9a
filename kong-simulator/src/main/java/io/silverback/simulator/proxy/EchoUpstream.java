package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands behind every service and answers with what reached it: the same on every gateway with the
 * same entities.
 */
final class EchoUpstream {
    private EchoUpstream() {}

    static Answer answer(Exchange exchange, Row service, int pathLength) {
        ProxyRequest request = exchange.request();
        Document route = exchange.route().row().document();
        String uri =
                upstreamPath(service.document().text("path"), request.path(), pathLength, route);
        String query = request.query();
        Document echo =
                Document.of("method", request.method())
                        .with("uri", query == null || query.isEmpty() ? uri : uri + "?" + query)
                        .with(
                                "host",
                                route.isTrue("preserve_host")
                                        ? request.host()
                                        : serviceHost(service.document()))
                        .with("headers", headers(exchange, pathLength, route))
                        .with("service", name(service))
                        .with("route", name(exchange.route().row()))
                        .with(
                                "body",
                                request.body().length == 0 ? null : Json.text(request.body()));
        return Answer.of(200, "application/json", Json.bytes(echo));
    }

    private static String name(Row row) {
        String name = row.document().text("name");
        return name == null ? row.id() : name;
    }

    private static String serviceHost(Document service) {
        long port = service.number("port", 80);
        return port == 80 || port == 443
                ? String.valueOf(service.get("host"))
                : service.get("host") + ":" + port;
    }

    /** Path handling v0: one slash between what the service and the request bring. */
    static String upstreamPath(@Nullable String base, String path, int matched, Document route) {
        String rest =
                route.isTrue("strip_path")
                        ? path.substring(Math.min(matched, path.length()))
                        : path;
        String start = base == null ? "/" : base;
        if (rest.isEmpty()) {
            return start;
        }
        boolean slashes = start.endsWith("/") && rest.startsWith("/");
        boolean none = !start.endsWith("/") && !rest.startsWith("/");
        return slashes ? start + rest.substring(1) : none ? start + "/" + rest : start + rest;
    }

    private static Map<String, String> headers(Exchange exchange, int pathLength, Document route) {
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, List<String>> header : exchange.headers().entrySet()) {
            headers.put(header.getKey(), String.join(", ", header.getValue()));
        }
        headers.remove("host");
        ProxyRequest request = exchange.request();
        headers.put("x-forwarded-host", request.hostName());
        headers.put("x-forwarded-proto", "http");
        headers.put("x-forwarded-path", request.path());
        if (route.isTrue("strip_path") && pathLength > 0) {
            headers.put(
                    "x-forwarded-prefix",
                    request.path().substring(0, Math.min(pathLength, request.path().length())));
        }
        return headers;
    }
}
