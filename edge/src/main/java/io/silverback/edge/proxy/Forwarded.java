package io.silverback.edge.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** What a request says to its upstream about the way it came. */
final class Forwarded {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    private Forwarded() {}

    static void addTo(MultiMap headers, HttpServerRequest request) {
        String client = String.valueOf(request.remoteAddress().hostAddress());
        String before = headers.get(FOR);
        headers.set(FOR, before == null ? client : before + ", " + client);
        if (!headers.contains(PROTO)) {
            headers.set(PROTO, request.isSSL() ? "https" : "http");
        }
        if (!headers.contains(HOST) && request.authority() != null) {
            headers.set(HOST, request.authority().toString());
        }
    }
}
