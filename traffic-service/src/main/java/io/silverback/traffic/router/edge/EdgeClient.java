package io.silverback.traffic.router.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.registry.Router;
import io.silverback.registry.SecretReference;
import io.silverback.registry.SecretUnavailableException;
import io.silverback.traffic.router.RouterRefusedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks one edge over kept-alive connections; any fault becomes a {@link RouterRefusedException}.
 */
final class EdgeClient {

    private final HttpClient http;
    private final ObjectMapper json;
    private final Router.Edge edge;
    private final Duration timeout;

    EdgeClient(HttpClient http, ObjectMapper json, Router.Edge edge, Duration timeout) {
        this.http = http;
        this.json = json;
        this.edge = edge;
        this.timeout = timeout;
    }

    String name() {
        return edge.name();
    }

    <T> Uni<T> ask(HttpMethod method, String path, @Nullable Object body, Class<T> answer) {
        return Uni.createFrom()
                .deferred(() -> http.request(options(method, path)))
                .chain(request -> send(request, body))
                .chain(response -> read(response, answer))
                .onFailure(EdgeClient::isBrokenConnection)
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(timeout)
                .failWith(() -> refused("no answer within " + timeout.toMillis() + " ms"))
                .onFailure(fault -> !(fault instanceof RouterRefusedException))
                .transform(fault -> refused("can't be reached: " + fault.getMessage()));
    }

    /** A kept-alive connection may have been closed meanwhile; every order can be repeated. */
    private static boolean isBrokenConnection(Throwable fault) {
        return fault instanceof IOException || fault instanceof HttpClosedException;
    }

    private RequestOptions options(HttpMethod method, String path) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(edge.url().resolve(path).toString())
                        .setTimeout(timeout.toMillis())
                        .putHeader("Content-Type", "application/json");
        edge.token().map(this::secret).ifPresent(t -> options.putHeader("Authorization", t));
        return options;
    }

    private String secret(SecretReference token) {
        try {
            return "Bearer " + token.read();
        } catch (SecretUnavailableException e) {
            throw refused("its token can't be read: " + e.getMessage());
        }
    }

    private Uni<HttpClientResponse> send(HttpClientRequest request, @Nullable Object body) {
        return body == null ? request.send() : request.send(Buffer.buffer(text(body)));
    }

    private <T> Uni<T> read(HttpClientResponse response, Class<T> answer) {
        return response.body().map(body -> parsed(response.statusCode(), body, answer));
    }

    private <T> T parsed(int status, Buffer body, Class<T> answer) {
        if (status != 200) {
            throw refused("answers " + status);
        }
        try {
            return json.readValue(body.getBytes(), answer);
        } catch (IOException e) {
            throw refused("answers something else than JSON");
        }
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request body can't be written", e);
        }
    }

    private RouterRefusedException refused(String why) {
        return new RouterRefusedException(edge.name(), why);
    }
}
