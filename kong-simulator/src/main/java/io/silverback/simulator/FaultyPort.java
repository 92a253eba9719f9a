package io.silverback.simulator;

import io.silverback.simulator.faults.Fate;
import io.silverback.simulator.faults.Faults;
import io.silverback.simulator.faults.Faults.Party;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets a request meet its fate before it is answered, and its answer on the way out. */
final class FaultyPort {
    private static final int PIECES = 20;

    private final Vertx vertx;
    private final Faults faults;
    private final int node;

    /** The ports of a node, by its number: the plain one, and the one for TLS. */
    FaultyPort(Vertx vertx, Faults faults, int node) {
        this.vertx = vertx;
        this.faults = faults;
        this.node = node;
    }

    /** Delays, resets or fails the request, or hands it on with its body still unread. */
    void admit(HttpServerRequest request, Consumer<Fate> next) {
        meet(request, faults.next(port(request)), next);
    }

    /** As {@link #admit}, and reads the whole body. */
    void receive(HttpServerRequest request, BiConsumer<Fate, Buffer> answer) {
        admit(request, fate -> request.body().onSuccess(body -> answer.accept(fate, body)));
    }

    /**
     * Once it is known who the request is for and from; the fate so far counts where it is fine.
     */
    void know(HttpServerRequest request, Supplier<Party> party, Fate soFar, Consumer<Fate> next) {
        if (faults.hasRules()) {
            meet(
                    request,
                    faults.next(port(request), party.get()),
                    fate -> next.accept(fate.isInDelivery() ? fate : soFar));
        } else {
            next.accept(soFar);
        }
    }

    /** Does something after a while, in milliseconds. */
    void later(long millis, Runnable what) {
        vertx.setTimer(millis, timer -> what.run());
    }

    /** The raw path of a request; a slash when its target has none. */
    static String path(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "/" : path;
    }

    private int port(HttpServerRequest request) {
        return request.isSSL() ? 2 * node + 1 : 2 * node;
    }

    private void meet(HttpServerRequest request, Fate fate, Consumer<Fate> next) {
        if (fate.delayMillis() > 0) {
            request.pause();
            vertx.setTimer(
                    fate.delayMillis(),
                    timer -> {
                        request.resume();
                        suffer(request, fate, next);
                    });
        } else {
            suffer(request, fate, next);
        }
    }

    private static void suffer(HttpServerRequest request, Fate fate, Consumer<Fate> next) {
        switch (fate.kind()) {
            case RESET -> request.connection().close();
            case STATUS ->
                    request.response()
                            .setStatusCode(fate.status())
                            .putHeader("Content-Type", "application/json; charset=utf-8")
                            .end("{\"message\":\"" + message(fate.status()) + "\"}");
            case HTML ->
                    request.response()
                            .setStatusCode(fate.status())
                            .putHeader("Content-Type", "text/html")
                            .end("<html><body><h1>" + fate.status() + "</h1></body></html>\n");
            default -> next.accept(fate);
        }
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "You do not have permissions to access this resource";
            case 429 -> "API rate limit exceeded";
            default -> "An unexpected error occurred";
        };
    }

    /** Ends an answer whose head is set: whole, cut short or in drops. */
    void end(HttpServerRequest request, Fate fate, Buffer body) {
        if (request.method().name().equals("HEAD")) {
            request.response().end();
        } else if (fate.isInDelivery() && body.length() > 1) {
            deliver(request, fate, body);
        } else {
            request.response().end(body);
        }
    }

    private void deliver(HttpServerRequest request, Fate fate, Buffer body) {
        if (fate.kind() == Fate.Kind.DRIP) {
            drip(request, fate, body, 0);
        } else {
            request.response()
                    .write(body.slice(0, body.length() / 2))
                    .onComplete(written -> request.connection().close());
        }
    }

    private void drip(HttpServerRequest request, Fate fate, Buffer body, int from) {
        int until = Math.min(body.length(), from + Math.max(1, body.length() / PIECES));
        if (until == body.length()) {
            request.response().end(body.slice(from, until));
            return;
        }
        request.response()
                .write(body.slice(from, until))
                .onSuccess(
                        written ->
                                vertx.setTimer(
                                        Math.max(1, fate.dripMillis()),
                                        timer -> drip(request, fate, body, until)));
    }
}
