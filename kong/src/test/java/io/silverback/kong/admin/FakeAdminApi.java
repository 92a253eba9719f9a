package io.silverback.kong.admin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server that answers as a test tells it to, and remembers what it was asked. */
public final class FakeAdminApi implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Consumer<HttpServerRequest> handler =
            request -> request.response().setStatusCode(500).end();

    public FakeAdminApi(Vertx vertx, int port) {
        server =
                vertx.createHttpServer()
                        .requestHandler(
                                request -> {
                                    requests.add(request.method() + " " + request.uri());
                                    handler.accept(request);
                                })
                        .listen(port, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    public void answers(Consumer<HttpServerRequest> how) {
        handler = how;
    }

    public void answers(int status, String body) {
        answers(request -> request.response().setStatusCode(status).end(body));
    }

    public List<String> requests() {
        return requests;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
