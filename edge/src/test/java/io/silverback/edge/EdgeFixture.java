package io.silverback.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.edge.events.KafkaHealthEvents;
import io.silverback.edge.routing.ManualClock;
import io.silverback.edge.settings.Settings;
import io.silverback.edge.settings.SettingsReader;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An edge between two small upstreams, with a clock that a test moves. */
final class EdgeFixture implements AutoCloseable {

    static final String TOKEN = "open-sesame";

    final ManualClock clock = new ManualClock();
    final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    final FakeUpstream blue;
    final FakeUpstream green;
    final RunningEdge edge;
    final HttpClient client;
    private final Vertx vertx = Vertx.vertx();

    EdgeFixture(String... flags) throws Exception {
        blue = new FakeUpstream(vertx, "blue");
        green = new FakeUpstream(vertx, "green");
        List<String> arguments = new ArrayList<>();
        Collections.addAll(arguments, "--proxy-port", "0", "--admin-port", "0");
        Collections.addAll(arguments, "--admin-token-env", "UNUSED", "--window", "20ms");
        Collections.addAll(arguments, "--blue", blue.uri().toString());
        Collections.addAll(arguments, "--green", green.uri().toString());
        Collections.addAll(arguments, flags);
        Settings settings = SettingsReader.read(arguments.toArray(String[]::new));
        edge =
                new Assembly(
                                settings,
                                clock,
                                meters -> new KafkaHealthEvents(producer, 100, meters))
                        .start(TOKEN)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    URI proxy(String path) {
        return URI.create("http://127.0.0.1:" + edge.proxyPort() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(proxy(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    String colour(String... headers) throws Exception {
        return get("/", headers).headers().firstValue("X-Silverback-Colour").orElse("none");
    }

    HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return admin(method, path, body, "Bearer " + TOKEN);
    }

    HttpResponse<String> admin(String method, String path, String body, String authorization)
            throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + edge.adminPort() + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.ofString(body))
                        .header("Authorization", authorization)
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    JsonNode setGreen(String percent) throws Exception {
        return json(admin("PUT", "/weight", "{\"green\":" + percent + "}"));
    }

    JsonNode observed() throws Exception {
        return json(admin("GET", "/observed", ""));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    @Override
    public void close() throws Exception {
        edge.stop().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
