package io.silverback.edge.proxy;

import io.silverback.edge.evidence.Exchange;
import io.silverback.edge.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetSocket;

/** A connection that is upgraded (websocket): bytes both ways until either side ends. */
final class Tunnel {

    private static final int SWITCHING = 101;

    private final HttpServerRequest request;
    private final Exchange exchange;
    private final Marks marks;

    Tunnel(HttpServerRequest request, Exchange exchange, Marks marks) {
        this.request = request;
        this.exchange = exchange;
        this.marks = marks;
    }

    /** Whether {@code request} asks for another protocol that the upstream has to speak. */
    static boolean isAskedBy(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    void through(Upstream upstream) {
        request.pause();
        upstream.open().compose(this::upgrade).onSuccess(this::answer).onFailure(fault -> refuse());
    }

    private Future<HttpClientResponse> upgrade(HttpClientRequest outbound) {
        outbound.setMethod(request.method()).setURI(request.uri());
        outbound.headers().addAll(request.headers());
        Forwarded.addTo(outbound.headers(), request);
        return outbound.connect();
    }

    private void answer(HttpClientResponse answer) {
        exchange.answered(answer.statusCode());
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.statusCode());
        response.headers().addAll(answer.headers());
        marks.addTo(response.headers());
        if (answer.statusCode() == SWITCHING) {
            join(answer.netSocket());
        } else {
            answer.pipeTo(response).onComplete(sent -> exchange.over());
        }
        request.resume();
    }

    private void join(NetSocket upstream) {
        upstream.pause();
        request.toNetSocket()
                .onSuccess(client -> join(client, upstream))
                .onFailure(
                        fault -> {
                            upstream.close();
                            exchange.over();
                        });
    }

    private void join(NetSocket client, NetSocket upstream) {
        Future.any(client.pipeTo(upstream), upstream.pipeTo(client))
                .onComplete(
                        ended -> {
                            client.close();
                            upstream.close();
                            exchange.over();
                        });
    }

    private void refuse() {
        Problem problem = Faults.noAnswer(marks.route().colour());
        exchange.answered(problem.status());
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        marks.addTo(response.headers());
        request.resume();
        response.end(problem.body()).onComplete(sent -> exchange.over());
    }
}
