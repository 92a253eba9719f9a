package io.silverback.simulator.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Asks a gateway over HTTP/1.1, with paths and bodies as they were recorded. */
final class OverHttp implements Gateway {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    OverHttp(URI base) {
        this.base = base;
    }

    @Override
    public Exchange.Answer answer(Exchange.Asked asked) {
        String body = asked.body();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + asked.path()))
                        .timeout(Duration.ofSeconds(20))
                        .method(
                                asked.method(),
                                body == null || body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (asked.contentType() != null) {
            request.header("Content-Type", asked.contentType());
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Exchange.Answer(response.statusCode(), headers(response), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(asked.method() + " " + asked.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> headers(HttpResponse<?> response) {
        return response.headers().map().entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue().stream()
                                        .map(value -> List.of(entry.getKey(), value)))
                .toList();
    }
}
