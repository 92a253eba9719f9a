package io.silverback.simulator;

import io.silverback.simulator.proxy.Answer;
import io.silverback.simulator.proxy.Gateway;
import io.silverback.simulator.proxy.ProxyRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The HTTP side of the proxy. */
final class ProxyPort {
    private final Gateway gateway;
    private final FaultyPort port;
    private final String server;

    ProxyPort(Gateway gateway, FaultyPort port, String server) {
        this.gateway = gateway;
        this.port = port;
        this.server = server;
    }

    void handle(HttpServerRequest request) {
        port.receive(request, body -> answer(request, body));
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Answer answer = gateway.answer(asked(request, body));
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader(answer.status() == 200 ? "Via" : "Server", server)
                .putHeader("Content-Length", String.valueOf(answer.body().length));
        if (request.method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }

    private static ProxyRequest asked(HttpServerRequest request, Buffer body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers()
                .forEach(
                        (name, value) ->
                                headers.computeIfAbsent(
                                                name.toLowerCase(Locale.ROOT),
                                                any -> new ArrayList<>(1))
                                        .add(value));
        List<String> host = headers.getOrDefault("host", List.of(""));
        return new ProxyRequest(
                request.method().name(),
                host.get(0),
                FaultyPort.path(request),
                request.query(),
                headers,
                body.getBytes());
    }
}
