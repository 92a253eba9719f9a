package io.silverback.simulator.proxied;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the latest request and answers with it; methods that it does not know get 501, and log
 * lines that come beside the requests are not remembered.
 */
final class Backend implements AutoCloseable {
    private static final Set<String> KNOWN = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final String LOG = "/log";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<@Nullable Document> latest = new AtomicReference<>();
    private final int port;

    Backend() {
        HttpServer server = vertx.createHttpServer().requestHandler(this::receive);
        this.port =
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    int port() {
        return port;
    }

    /** What came since the last call, or null. */
    @Nullable Document taken() {
        return latest.getAndSet(null);
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> answer(request, body));
    }

    private void answer(HttpServerRequest request, Buffer body) {
        if (request.uri().equals(LOG)) {
            request.response().end();
            return;
        }
        if (!KNOWN.contains(request.method().name())) {
            request.response().setStatusCode(501).end("Unsupported method");
            return;
        }
        Document headers = new Document();
        request.headers().forEach((name, value) -> headers.put(name, text(value)));
        headers.remove("Host");
        Document seen =
                Document.of("method", request.method().name())
                        .with("path", request.uri())
                        .with("host", text(String.valueOf(request.getHeader("Host"))))
                        .with("headers", headers)
                        .with("body", body.length() == 0 ? null : Json.text(body.getBytes()));
        latest.set(seen);
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(Json.bytes(seen)));
    }

    private static String text(String value) {
        return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
