package io.silverback.simulator;

import io.silverback.simulator.faults.Faults;
import io.silverback.simulator.faults.Faults.Fate;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Lets a request meet its fate before it is answered. */
final class FaultyPort {
    private final Vertx vertx;
    private final Faults faults;

    FaultyPort(Vertx vertx, Faults faults) {
        this.vertx = vertx;
        this.faults = faults;
    }

    /** Reads the whole body, then delays, resets or fails the request, or hands it on. */
    void receive(HttpServerRequest request, Handler<Buffer> answer) {
        Fate fate = faults.next();
        request.body()
                .onSuccess(
                        body -> {
                            if (fate.delayMillis() > 0) {
                                vertx.setTimer(
                                        fate.delayMillis(),
                                        timer -> meet(request, fate, body, answer));
                            } else {
                                meet(request, fate, body, answer);
                            }
                        });
    }

    /** The raw path of a request; a slash when its target has none. */
    static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "/" : path;
    }

    private static void meet(
            HttpServerRequest request, Fate fate, Buffer body, Handler<Buffer> answer) {
        if (fate.reset()) {
            request.connection().close();
        } else if (fate.isError()) {
            request.response()
                    .setStatusCode(fate.errorStatus())
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end("{\"message\":\"An unexpected error occurred\"}");
        } else {
            answer.handle(body);
        }
    }
}
