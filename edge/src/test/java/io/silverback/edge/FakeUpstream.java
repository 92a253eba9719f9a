package io.silverback.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A small gateway: says its name, echoes, streams, breaks, stays silent, speaks websocket. */
final class FakeUpstream {

    private final String name;
    private final HttpServer server;

    FakeUpstream(Vertx vertx, String name) throws Exception {
        this.name = name;
        this.server =
                vertx.createHttpServer()
                        .requestHandler(this::answer)
                        .webSocketHandler(
                                socket ->
                                        socket.textMessageHandler(
                                                text -> socket.writeTextMessage(name + ":" + text)))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void close() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (String.valueOf(request.path())) {
            case "/echo" -> {
                response.setChunked(true).putHeader("Content-Type", "application/octet-stream");
                request.pipeTo(response);
            }
            case "/empty" -> response.setStatusCode(204).end();
            case "/broken" -> {
                response.putHeader("Content-Length", "100").write("half");
                response.write("of it").onComplete(written -> request.connection().close());
            }
            case "/reset" -> request.connection().close();
            case "/silent" -> request.resume();
            case "/fails" -> response.setStatusCode(503).end(name);
            case "/sse" -> response.setChunked(true).write("data: 1\n\n");
            case "/headers" ->
                    response.putHeader("Content-Type", "text/plain")
                            .end(request.headers().entries().toString());
            default -> response.putHeader("X-Silverback-Colour", "forged").end(name);
        }
    }
}
