package io.silverback.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.quickstart.DataDirectory;
import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Environment;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.environment.Ports;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.estate.Estate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A whole installation to measure on, with the flags of {@code ./silverback up}. */
final class Bench implements AutoCloseable {

    private static final int OFFSET = 25_000;
    private static final int POLL_MILLIS = 20;

    private final Environment environment;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private Bench(Environment environment, Path data) {
        this.environment = environment;
        this.data = data;
    }

    static Bench start(Installation installation)
            throws CannotStart, IOException, InterruptedException {
        Path data = installation.home().resolve(".silverback/bench");
        DataDirectory.remove(data);
        Environment environment = Environment.prepare(installation, new Ports(OFFSET), data);
        Bench bench = new Bench(environment, data);
        try {
            environment.start(
                    installation, new Estate(DemoEstate.writeTo(data.resolve("estate")), false));
            return bench;
        } catch (CannotStart | IOException | InterruptedException failed) {
            bench.close();
            throw failed;
        }
    }

    Environment environment() {
        return environment;
    }

    URI edge() {
        return URI.create("http://127.0.0.1:" + environment.ports().edgeProxy());
    }

    /** Posts to the console; fails where it refuses. */
    JsonNode post(String path, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + environment.ports().console() + path))
                        .header("Content-Type", contentType)
                        .header("X-Silverback-Actor", "benchmark")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " was refused: " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** Whether the plan called {@code id} still runs. */
    boolean isLive(String id) throws IOException, InterruptedException {
        URI url =
                URI.create(
                        "http://127.0.0.1:%d/api/plans/%s"
                                .formatted(environment.ports().console(), id));
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        return json.readTree(answer.body()).path("state").asText().equals("live");
    }

    /**
     * Ends a service; how long the one that replaces it takes until it is ready. Counted from the
     * moment at which it is seen: what a process says of its own start is rounded to the second in
     * which the machine was started.
     */
    double restartSeconds(String service) throws InterruptedException {
        ProcessHandle old = environment.process(service);
        old.destroy();
        while (environment.process(service).pid() == old.pid()) {
            Thread.sleep(POLL_MILLIS);
        }
        long start = System.nanoTime();
        while (!isReady(environment.readinessUrl(service))) {
            Thread.sleep(POLL_MILLIS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private boolean isReady(String url) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(2)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A connection to the database of all services. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/silverback"
                        .formatted(environment.ports().database()),
                "postgres",
                "postgres");
    }

    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        environment.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() throws IOException {
        environment.close();
        DataDirectory.remove(data);
    }
}
