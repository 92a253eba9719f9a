package io.silverback.simulator;

import io.silverback.simulator.admin.AdminApi;
import io.silverback.simulator.admin.AdminRequest;
import io.silverback.simulator.admin.AdminResponse;
import io.silverback.simulator.faults.Control;
import io.silverback.simulator.faults.DatabaseFault;
import io.silverback.simulator.faults.DatabaseFault.State;
import io.silverback.simulator.faults.Fate;
import io.silverback.simulator.faults.Journal;
import io.silverback.simulator.proxy.Metrics;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The HTTP side of the Admin API and of the control endpoint. */
final class AdminPort {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final AdminApi api;
    private final Control control;
    private final DatabaseFault database;
    private final Journal journal;
    private final Metrics metrics;
    private final FaultyPort port;
    private final String server;

    AdminPort(
            AdminApi api,
            Control control,
            DatabaseFault database,
            Journal journal,
            Metrics metrics,
            FaultyPort port,
            String server) {
        this.api = api;
        this.control = control;
        this.database = database;
        this.journal = journal;
        this.metrics = metrics;
        this.port = port;
        this.server = server;
    }

    void handle(HttpServerRequest request) {
        if (FaultyPort.path(request).startsWith(Control.PREFIX)) {
            request.body().onSuccess(body -> control(request, body));
        } else {
            port.receive(request, (fate, body) -> reach(request, fate, body));
        }
    }

    private void control(HttpServerRequest request, Buffer body) {
        Object answer =
                control.answer(request.method().name(), FaultyPort.path(request), body.getBytes());
        if (answer == null) {
            send(request, Fate.FINE, 404, Json.bytes(Document.of("message", "Not found")));
        } else {
            send(request, Fate.FINE, 200, Json.bytes(answer));
        }
    }

    /** Needs the database, but for what a node knows of itself. */
    private void reach(HttpServerRequest request, Fate fate, Buffer body) {
        String path = FaultyPort.path(request);
        boolean up = database.state() == State.UP;
        if (path.equals("/metrics")) {
            request.response().putHeader("Content-Type", "text/plain; charset=UTF-8");
            boolean reachable = database.state() != State.STOPPED;
            port.end(request, fate, Buffer.buffer(metrics.text(reachable, api.figures())));
        } else if (up || path.equals("/status")) {
            answer(request, fate, body);
        } else if (database.state() == State.STOPPED) {
            unreachable(request);
        } else {
            port.later(database.patience(), () -> unreachable(request));
        }
    }

    private void unreachable(HttpServerRequest request) {
        boolean root = FaultyPort.path(request).equals("/");
        String message = "An unexpected error " + (root ? "happened" : "occurred");
        send(request, Fate.FINE, 500, Json.bytes(Document.of("message", message)));
    }

    private void answer(HttpServerRequest request, Fate fate, Buffer body) {
        String method = request.method().name();
        AdminRequest asked =
                AdminRequest.of(
                        method,
                        FaultyPort.path(request),
                        request.query(),
                        request.getHeader("Content-Type"),
                        request.getHeader("Kong-Admin-Token"),
                        body.getBytes());
        AdminResponse answer = api.answer(asked);
        if (!READS.contains(method)) {
            journal.note(method, FaultyPort.path(request), answer.status());
        }
        answer.headers().forEach(request.response()::putHeader);
        send(request, fate, answer.status(), shown(answer));
    }

    /** What says that the database is reachable says so only while it is. */
    private byte @Nullable [] shown(AdminResponse answer) {
        return database.state() == State.STOPPED && answer.body() instanceof Map<?, ?> status
                ? Json.bytes(Document.of(status).with("database", Document.of("reachable", false)))
                : answer.bytes();
    }

    private void send(HttpServerRequest request, Fate fate, int status, byte @Nullable [] body) {
        HttpServerResponse response =
                request.response()
                        .setStatusCode(status)
                        .putHeader("X-Kong-Admin-Latency", "1")
                        .putHeader("Server", server);
        if (body == null) {
            response.end();
            return;
        }
        if (!response.headers().contains("Content-Type")) {
            response.putHeader("Content-Type", "application/json; charset=utf-8");
        }
        response.putHeader("Content-Length", String.valueOf(body.length));
        port.end(request, fate, Buffer.buffer(body));
    }
}
