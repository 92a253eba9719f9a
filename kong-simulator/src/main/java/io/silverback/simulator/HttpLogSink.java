package io.silverback.simulator;

import io.silverback.simulator.proxy.LogSink;
import io.silverback.simulator.schema.Lazy;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;

/** Sends log lines over HTTP; one that does not arrive is lost, as after Kong's last retry. */
final class HttpLogSink implements LogSink {
    private static final long PATIENCE = 10_000;

    private final Lazy<HttpClient> client;

    HttpLogSink(Vertx vertx) {
        this.client = new Lazy<>(() -> vertx.createHttpClient());
    }

    @Override
    public void send(String method, String endpoint, Map<String, String> headers, byte[] body) {
        RequestOptions options =
                new RequestOptions()
                        .setAbsoluteURI(endpoint)
                        .setMethod(HttpMethod.valueOf(method))
                        .setTimeout(PATIENCE);
        headers.forEach(options::putHeader);
        client.get()
                .request(options)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(HttpClientResponse::end);
    }
}
