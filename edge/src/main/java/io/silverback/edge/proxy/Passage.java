package io.silverback.edge.proxy;

import io.silverback.edge.evidence.Exchange;
import io.silverback.edge.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request on its way through: marked, counted, and answered when its upstream fails. */
final class Passage implements ProxyInterceptor {

    private final Vertx vertx;
    private final Duration responseTimeout;
    private final Exchange exchange;
    private final Marks marks;
    private final FaultLog faults;
    private @Nullable HttpClientRequest outbound;
    private @Nullable Patience patience;

    Passage(
            Vertx vertx,
            Duration responseTimeout,
            Exchange exchange,
            Marks marks,
            FaultLog faults) {
        this.vertx = vertx;
        this.responseTimeout = responseTimeout;
        this.exchange = exchange;
        this.marks = marks;
        this.faults = faults;
    }

    /** The upstream has a connection for this request. */
    HttpClientRequest connected(HttpServerRequest inbound, HttpClientRequest request) {
        outbound = request;
        if (exchange.isOver()) {
            request.reset();
        } else {
            patience = new Patience(vertx, responseTimeout, inbound, request);
        }
        return request;
    }

    /** The client's connection is gone; whatever is under way upstream is pointless. */
    void clientLeft() {
        if (exchange.isOver()) {
            return;
        }
        exchange.over();
        endPatience();
        if (outbound != null) {
            outbound.reset();
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        request.headers().remove(HttpHeaders.EXPECT);
        Forwarded.addTo(request.headers(), request.proxiedRequest());
        keepHost(request);
        frame(request);
        return context.sendRequest()
                .recover(fault -> Future.succeededFuture(refusal(request, fault)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        endPatience();
        ProxyResponse response = context.response();
        exchange.answered(response.getStatusCode());
        marks.addTo(response.headers());
        watch(response);
        return context.sendResponse().onComplete(sent -> exchange.over());
    }

    /** Gateways route by host name: the upstream hears the one that the client asked for. */
    private static void keepHost(ProxyRequest request) {
        HostAndPort asked = request.proxiedRequest().authority();
        if (asked != null) {
            request.setAuthority(asked);
        }
    }

    /** HTTP/2 frames a body of unknown length by itself; towards the upstream it needs chunks. */
    private void frame(ProxyRequest request) {
        Body body = request.getBody();
        if (request.version() == HttpVersion.HTTP_2 && body.length() < 0) {
            WatchedStream stream =
                    new WatchedStream(body.stream(), this::chunk, fault -> clientLeft());
            request.setBody(Body.body(stream));
        }
    }

    private void chunk() {
        if (outbound != null && !outbound.isChunked()) {
            outbound.setChunked(true);
        }
    }

    private ProxyResponse refusal(ProxyRequest request, Throwable fault) {
        boolean late = patience != null && patience.isExhausted();
        if (!late && isOurs(fault)) {
            exchange.over();
        } else {
            faults.noAnswer(marks.route().colour(), fault);
        }
        Problem problem =
                late
                        ? Faults.tooLate(marks.route().colour())
                        : Faults.noAnswer(marks.route().colour());
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(problem.body()));
    }

    private void watch(ProxyResponse response) {
        Body body = response.getBody();
        if (body != null) {
            response.setBody(
                    Body.body(
                            new WatchedStream(body.stream(), () -> {}, this::brokenOff),
                            body.length()));
        }
    }

    private void brokenOff(Throwable fault) {
        if (!isOurs(fault)) {
            exchange.brokenOff();
        }
    }

    /** Upstreams speak HTTP/1.1, which knows no reset: it is we who gave up, for a client gone. */
    private static boolean isOurs(Throwable fault) {
        return fault instanceof StreamResetException;
    }

    private void endPatience() {
        if (patience != null) {
            patience.end();
        }
    }
}
