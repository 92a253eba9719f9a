package io.silverback.simulator;

import io.silverback.simulator.admin.AdminApi;
import io.silverback.simulator.admin.AdminRequest;
import io.silverback.simulator.admin.AdminResponse;
import io.silverback.simulator.faults.Control;
import io.silverback.simulator.faults.Journal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The HTTP side of the Admin API and of the control endpoint. */
final class AdminPort {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final AdminApi api;
    private final Control control;
    private final Journal journal;
    private final FaultyPort port;
    private final String server;

    AdminPort(AdminApi api, Control control, Journal journal, FaultyPort port, String server) {
        this.api = api;
        this.control = control;
        this.journal = journal;
        this.port = port;
        this.server = server;
    }

    void handle(HttpServerRequest request) {
        if (FaultyPort.path(request).startsWith(Control.PREFIX)) {
            request.body().onSuccess(body -> control(request, body));
        } else {
            port.receive(request, body -> answer(request, body));
        }
    }

    private void control(HttpServerRequest request, Buffer body) {
        Object answer =
                control.answer(request.method().name(), FaultyPort.path(request), body.getBytes());
        if (answer == null) {
            send(request, 404, Json.bytes(Document.of("message", "Not found")));
        } else {
            send(request, 200, Json.bytes(answer));
        }
    }

    private void answer(HttpServerRequest request, Buffer body) {
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
        send(request, answer.status(), answer.bytes());
    }

    private void send(HttpServerRequest request, int status, byte @Nullable [] body) {
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
        if (request.method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }
}
