package io.silverback.simulator;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Sends requests to one port. */
final class Client {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Client(URI base) {
        this.base = base;
    }

    /** Status and body of an answer; a body that is no JSON object is left out. */
    record Reply(int status, Document body, HttpResponse<byte[]> response) {
        List<?> data() {
            return body.list("data");
        }

        String id() {
            return String.valueOf(body.get("id"));
        }
    }

    Reply get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    Reply send(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            Map<?, ?> json = Json.object(response.body());
            return new Reply(
                    response.statusCode(),
                    json == null ? new Document() : Document.of(json),
                    response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String text(Reply reply) {
        return new String(reply.response().body(), StandardCharsets.UTF_8);
    }
}
