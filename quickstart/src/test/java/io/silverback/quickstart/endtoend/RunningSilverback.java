package io.silverback.quickstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.quickstart.environment.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The packaged programs, started as a person would with {@code up}, and asked from outside. */
final class RunningSilverback implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Path HOME = Path.of(System.getProperty("silverback.home"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path data;
    private final Ports ports;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private RunningSilverback(Process process, Path data, Ports ports) {
        this.process = process;
        this.data = data;
        this.ports = ports;
    }

    static RunningSilverback start(Path data, int portOffset, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dsilverback.home=" + HOME);
        command.addAll(
                List.of("-jar", HOME.resolve("quickstart/target/quickstart.jar").toString()));
        command.addAll(List.of("up", "--data", data.toString()));
        command.addAll(List.of("--port-offset", "" + portOffset));
        command.addAll(List.of(more));
        Path out = data.resolve("up.out");
        Files.createDirectories(data);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        RunningSilverback running = new RunningSilverback(process, data, new Ports(portOffset));
        try {
            Awaitility.await().atMost(START).until(() -> running.isUp(out));
        } catch (RuntimeException notUp) {
            running.close();
            throw notUp;
        }
        return running;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    Ports ports() {
        return ports;
    }

    /** Submits a plan for {@code workspaces} and returns its id. */
    String submit(String name, List<String> workspaces) {
        return submit(Plans.yaml(name, workspaces));
    }

    String submit(String yaml) {
        HttpResponse<String> answer =
                send(
                        console("/api/plans")
                                .header("Content-Type", "application/yaml")
                                .header("X-Silverback-Actor", "test")
                                .POST(HttpRequest.BodyPublishers.ofString(yaml)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer.body()).path("planId").asText();
    }

    /** The plan as the console sees it. */
    JsonNode plan(String id) {
        return json(send(console("/api/plans/" + id).GET()).body());
    }

    /** Green's share as the edge has it, in per cent. */
    double weight() {
        return json(send(edge("/weight").GET()).body()).path("green").asDouble();
    }

    void setWeight(double green) {
        HttpResponse<String> answer =
                send(
                        edge("/weight")
                                .header("Content-Type", "application/json")
                                .PUT(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"green\":%s,\"leaseSeconds\":null,\"onLeaseEnd\":\"hold\"}"
                                                        .formatted(green))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Says go at the one gate of {@code target} that is open, as a person would. */
    void go(String target) {
        decide("/api/gates/decisions", "{\"target\":\"%s\",\"decision\":\"go\"}".formatted(target));
    }

    /** Asks for the way back, as a person would. */
    void rollBack(String target) {
        decide(
                "/api/rollbacks",
                "{\"target\":\"%s\",\"reason\":\"the test is over\"}".formatted(target));
    }

    private void decide(String path, String body) {
        HttpResponse<String> answer =
                send(
                        console(path)
                                .header("Content-Type", "application/json")
                                .header("X-Silverback-Actor", "test")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** Gives a simulated gateway faults, as JSON; an empty object takes them away. */
    void faults(int adminPort, String faults) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + adminPort + "/__simulator/faults"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(faults));
        assertThat(send(request).statusCode()).isLessThan(300);
    }

    /** Destroys a program at once, as kill -9 does; the installation starts it again. */
    void kill(String program) {
        ProcessHandle victim = handle(program);
        assertThat(victim.destroyForcibly()).isTrue();
    }

    /** All entities of one of a gateway's collections. */
    List<JsonNode> collection(int adminPort, String path) {
        List<JsonNode> all = new ArrayList<>();
        String next = path + "?size=1000";
        while (next != null) {
            HttpResponse<String> answer =
                    send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + adminPort + next))
                                    .GET());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            JsonNode page = json(answer.body());
            page.path("data").forEach(all::add);
            next = page.path("next").isTextual() ? page.path("next").asText() : null;
        }
        return all;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> !process.isAlive());
    }

    private ProcessHandle handle(String program) {
        try {
            return Files.readAllLines(data.resolve("processes")).stream()
                    .map(line -> line.split(" ", 2))
                    .filter(parts -> parts[0].equals(program))
                    .map(parts -> ProcessHandle.of(Long.parseLong(parts[1])).orElseThrow())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isUp(Path out) throws IOException {
        assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
        return Files.readString(out).contains("up          http");
    }

    private HttpRequest.Builder console(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.console() + path));
    }

    private HttpRequest.Builder edge(String path) {
        try {
            String token = Files.readString(data.resolve("secrets/edge.token")).trim();
            return HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + ports.edgeAdmin() + path))
                    .header("Authorization", "Bearer " + token);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(text, wrong);
        }
    }
}
