package io.silverback.simulator;

import io.silverback.simulator.faults.Fate;
import io.silverback.simulator.proxy.Answer;
import io.silverback.simulator.proxy.Exchange;
import io.silverback.simulator.proxy.Gateway;
import io.silverback.simulator.proxy.Headers;
import io.silverback.simulator.proxy.ProxyRequest;
import io.silverback.simulator.proxy.Upstream;
import io.silverback.simulator.store.DatabaseFailure;
import io.silverback.simulator.tls.ServerNameKeys;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;

/** The HTTP side of the proxy. */
final class ProxyPort {
    /** A longer body is not read before the plugins have seen its announcement. */
    private static final long LARGE = 8L << 20;

    private static final Set<Integer> TOO_LARGE = Set.of(413, 417);

    private final Gateway gateway;
    private final Upstream upstream;
    private final Upstream real;
    private final FaultyPort port;
    private final String server;

    /** A port whose services are answered by one upstream, and other gateways by the real one. */
    ProxyPort(Gateway gateway, Upstream upstream, Upstream real, FaultyPort port, String server) {
        this.real = real;
        this.gateway = gateway;
        this.upstream = upstream;
        this.port = port;
        this.server = server;
    }

    void handle(HttpServerRequest request) {
        port.admit(request, fate -> admitted(request, fate));
    }

    private void admitted(HttpServerRequest request, Fate fate) {
        Answer refusal = RequestLine.refusal(request);
        if (refusal != null) {
            send(request, fate, refusal);
            request.connection().close();
        } else if (!isRefusedByItsHead(request, fate)) {
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            request.body().onSuccess(body -> answer(request, fate, body));
        }
    }

    private boolean isRefusedByItsHead(HttpServerRequest request, Fate fate) {
        String announced = request.getHeader("Content-Length");
        if (announced == null
                || !announced.matches("\\d{1,18}")
                || Long.parseLong(announced) < LARGE) {
            return false;
        }
        Exchange exchange = gateway.begin(asked(request, Buffer.buffer()));
        Answer early = exchange.early();
        if (early == null || !TOO_LARGE.contains(early.status())) {
            return false;
        }
        send(request, fate, gateway.finish(exchange, early));
        request.connection().close();
        return true;
    }

    private void answer(HttpServerRequest request, Fate fate, Buffer body) {
        try {
            Exchange exchange = gateway.begin(asked(request, body));
            port.know(request, exchange::party, fate, known -> proceed(request, known, exchange));
        } catch (DatabaseFailure failure) {
            send(request, fate, Answer.message(500, "An unexpected error occurred"));
        }
    }

    private void proceed(HttpServerRequest request, Fate fate, Exchange exchange) {
        Answer early = exchange.early();
        if (early != null) {
            send(request, fate, gateway.finish(exchange, early));
        } else {
            Upstream asked = exchange.call().isReal() ? real : upstream;
            asked.send(
                    exchange.call(),
                    answer -> send(request, fate, gateway.finish(exchange, answer)));
        }
    }

    private void send(HttpServerRequest request, Fate fate, Answer answer) {
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        answer.headers()
                .forEach((name, value) -> response.headers().add(name, WireText.toWire(value)));
        if (answer.fromUpstream()) {
            response.putHeader("X-Kong-Upstream-Latency", "0")
                    .putHeader("X-Kong-Proxy-Latency", "0")
                    .putHeader("Via", server);
        } else {
            response.putHeader("X-Kong-Response-Latency", "0").putHeader("Server", server);
        }
        response.putHeader("Content-Length", String.valueOf(answer.body().length));
        port.end(request, fate, Buffer.buffer(answer.body()));
    }

    private static ProxyRequest asked(HttpServerRequest request, Buffer body) {
        Headers headers = new Headers();
        request.headers().forEach((name, value) -> headers.add(name, WireText.fromWire(value)));
        String uri = WireText.fromWire(RequestLine.target(request));
        int query = uri.indexOf('?');
        String host = RequestLine.host(request);
        return new ProxyRequest(
                request.method().name(),
                request.isSSL() ? "https" : "http",
                host == null ? "" : host,
                query < 0 ? uri : uri.substring(0, query),
                query < 0 ? null : uri.substring(query + 1),
                headers,
                body.getBytes(),
                request.isSSL() ? ServerNameKeys.serverName(request.sslSession()) : null,
                request.remoteAddress().hostAddress(),
                request.localAddress().port());
    }
}
