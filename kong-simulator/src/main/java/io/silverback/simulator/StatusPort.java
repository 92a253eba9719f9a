package io.silverback.simulator;

import io.silverback.simulator.hybrid.StatusApi;
import io.silverback.simulator.hybrid.StatusApi.StatusAnswer;
import io.silverback.simulator.proxy.Metrics;
import io.silverback.simulator.schema.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The HTTP side of a data plane's status API. */
record StatusPort(StatusApi api, Metrics metrics, String server) {
    void handle(HttpServerRequest request) {
        if (FaultyPort.path(request).equals("/metrics")) {
            request.response()
                    .putHeader("Content-Type", "text/plain; charset=UTF-8")
                    .end(metrics.text(true, api.figures()));
            return;
        }
        StatusAnswer answer = api.answer(FaultyPort.path(request));
        request.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Server", server)
                .end(Buffer.buffer(Json.bytes(answer.body())));
    }
}
