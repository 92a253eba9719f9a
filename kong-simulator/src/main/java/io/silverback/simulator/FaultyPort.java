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

    /** Delays, resets or fails the request, or hands it on with its body still unread. */
    void admit(HttpServerRequest request, Handler<HttpServerRequest> next) {
        Fate fate = faults.next();
        if (fate.isFine()) {
            next.handle(request);
        } else if (fate.delayMillis() > 0) {
            request.pause();
            vertx.setTimer(
                    fate.delayMillis(),
                    timer -> {
                        request.resume();
                        meet(request, fate, next);
                    });
        } else {
            meet(request, fate, next);
        }
    }

    /** As {@link #admit}, and reads the whole body. */
    void receive(HttpServerRequest request, Handler<Buffer> answer) {
        admit(request, admitted -> admitted.body().onSuccess(answer));
    }

    /** The raw path of a request; a slash when its target has none. */
    static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "/" : path;
    }

    private static void meet(
            HttpServerRequest request, Fate fate, Handler<HttpServerRequest> next) {
        if (fate.reset()) {
            request.connection().close();
        } else if (fate.isError()) {
            request.response()
                    .setStatusCode(fate.errorStatus())
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end("{\"message\":\"An unexpected error occurred\"}");
        } else {
            next.handle(request);
        }
    }
}
