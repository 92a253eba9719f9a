package io.silverback.edge.api;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.silverback.edge.problem.Problem;
import io.silverback.edge.proxy.Routing;
import io.silverback.edge.routing.Clock;
import io.silverback.edge.routing.Weight;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.function.Function;

/** The admin port's requests. Readiness and metrics are open, all else needs the token. */
final class AdminApi implements Handler<HttpServerRequest> {

    private static final int LONGEST_BODY = 4_096;

    private final Routing routing;
    private final Token token;
    private final Clock clock;
    private final PrometheusMeterRegistry registry;
    private final Map<String, Function<Buffer, Object>> guarded =
            Map.of(
                    "GET /weight",
                    body -> weight(),
                    "PUT /weight",
                    this::setWeight,
                    "POST /lease",
                    this::renewLease,
                    "GET /observed",
                    body -> observed());

    AdminApi(Routing routing, Token token, Clock clock, PrometheusMeterRegistry registry) {
        this.routing = routing;
        this.token = token;
        this.clock = clock;
        this.registry = registry;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String operation = request.method() + " " + request.path();
        Function<Buffer, Object> handler = guarded.get(operation);
        if (operation.equals("GET /metrics")) {
            answer(request, 200, "text/plain; version=0.0.4", Buffer.buffer(registry.scrape()));
        } else if (operation.equals("GET /health/ready")) {
            readiness(request);
        } else if (!token.admits(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(
                    request,
                    new Problem("unauthorised", "Token refused", 401, "a bearer token is needed"));
        } else if (handler == null) {
            refuse(request, new Problem("not-found", "Not found", 404, "there is no " + operation));
        } else {
            withBody(request, handler);
        }
    }

    private void withBody(HttpServerRequest request, Function<Buffer, Object> handler) {
        Buffer body = Buffer.buffer();
        request.handler(
                part -> {
                    if (body.length() <= LONGEST_BODY) {
                        body.appendBuffer(part);
                    }
                });
        request.endHandler(end -> perform(request, handler, body));
    }

    private void perform(HttpServerRequest request, Function<Buffer, Object> handler, Buffer body) {
        try {
            if (body.length() > LONGEST_BODY) {
                throw new RequestRefused("the body is too long");
            }
            answer(request, 200, "application/json", AdminJson.write(handler.apply(body)));
        } catch (RequestRefused e) {
            refuse(
                    request,
                    new Problem("bad-request", "Bad request", 400, String.valueOf(e.getMessage())));
        }
    }

    private Object weight() {
        return view(routing.weight().current());
    }

    private Object setWeight(Buffer body) {
        WeightRequest wanted = AdminJson.read(body, WeightRequest.class);
        return view(routing.weight().set(wanted.share(), wanted.lease(), wanted.end()));
    }

    private Object renewLease(Buffer body) {
        LeaseRequest wanted = AdminJson.read(body, LeaseRequest.class);
        return view(routing.weight().renew(wanted.length()));
    }

    private Object observed() {
        return Observed.of(routing.tallies(), clock.now().at());
    }

    private WeightView view(Weight weight) {
        return WeightView.of(routing.settings().name(), weight);
    }

    private void readiness(HttpServerRequest request) {
        boolean ready = routing.readiness().isReady();
        answer(
                request,
                ready ? 200 : 503,
                "application/json",
                Buffer.buffer(ready ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}"));
    }

    private static void refuse(HttpServerRequest request, Problem problem) {
        answer(request, problem.status(), Problem.MEDIA_TYPE, problem.body());
    }

    private static void answer(
            HttpServerRequest request, int status, String mediaType, Buffer body) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .end(body);
    }
}
