package io.silverback.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines that the plugin http-log sends, with the fields of Kong's own. */
class HttpLogTest {
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Simulator simulator = Simulator.start(SimulatorOptions.postgres("green"));
    private final Client admin = new Client(simulator.adminUrl());
    private final Client proxy = new Client(simulator.proxyUrl());

    @BeforeEach
    void loggedRoute() throws IOException {
        int port =
                vertx.createHttpServer()
                        .requestHandler(
                                request ->
                                        request.body()
                                                .onSuccess(body -> lines.add(body.toString())))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
        admin.send("POST", "/services", "{\"name\":\"s\",\"host\":\"s.test\"}");
        admin.send("POST", "/services/s/routes", "{\"name\":\"a\",\"paths\":[\"/a\"]}");
        admin.send(
                "POST",
                "/routes/a/plugins",
                "{\"name\":\"http-log\",\"config\":{\"http_endpoint\":\"http://127.0.0.1:"
                        + port
                        + "/log\"}}");
    }

    @AfterEach
    void close() {
        simulator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sendsALineForEachRequest() throws Exception {
        proxy.get("/a?x=1&y=2&y=3&z");
        Document line = line();

        assertThat(line)
                .containsEntry("client_ip", "127.0.0.1")
                .containsEntry("upstream_uri", "/?x=1&y=2&y=3&z")
                .containsEntry("upstream_status", "200")
                .containsKeys("started_at", "workspace");
        assertThat(line.document("request"))
                .containsEntry("method", "GET")
                .containsEntry("uri", "/a?x=1&y=2&y=3&z")
                .containsEntry("url", simulator.proxyUrl() + "/a?x=1&y=2&y=3&z")
                .containsKeys("size", "headers");
        assertThat(line.document("request").document("querystring"))
                .containsEntry("x", "1")
                .containsEntry("y", List.of("2", "3"))
                .containsEntry("z", true);
        assertThat(line.document("response")).containsEntry("status", 200).containsKey("size");
        assertThat(line.document("latencies")).containsOnlyKeys("request", "kong", "proxy");
        assertThat(line.list("tries"))
                .singleElement()
                .asString()
                .contains("ip=s.test", "port=80", "balancer_start", "balancer_latency");
        assertThat(line.document("service")).containsEntry("name", "s");
        assertThat(line.document("route")).containsEntry("name", "a");
        assertThat(line).doesNotContainKeys("consumer", "authenticated_entity");
    }

    @Test
    void namesTheConsumerAndHidesItsPassword() throws Exception {
        admin.send("POST", "/routes/a/plugins", "{\"name\":\"basic-auth\"}");
        String consumer = admin.send("POST", "/consumers", "{\"username\":\"ann\"}").id();
        String credential =
                admin.send(
                                "POST",
                                "/consumers/ann/basic-auth",
                                "{\"username\":\"ann\",\"password\":\"p\"}")
                        .id();
        proxy.get("/a", "Authorization", "Basic YW5uOnA=");
        Document line = line();

        assertThat(line.document("consumer")).containsEntry("username", "ann");
        assertThat(line.document("authenticated_entity"))
                .containsEntry("id", credential)
                .containsEntry("consumer_id", consumer);
        assertThat(line.document("request").document("headers"))
                .containsEntry("authorization", "REDACTED");
    }

    @Test
    void saysThatNoUpstreamWasAsked() throws Exception {
        admin.send("POST", "/routes/a/plugins", "{\"name\":\"key-auth\"}");
        proxy.get("/a");
        Document line = line();

        assertThat(line).containsEntry("upstream_status", "").containsEntry("tries", List.of());
        assertThat(line.document("response")).containsEntry("status", 401);
        assertThat(line.document("latencies")).containsEntry("proxy", -1);
    }

    private Document line() throws InterruptedException {
        String line = lines.poll(10, TimeUnit.SECONDS);
        assertThat(line).isNotNull();
        return Document.of(Json.object(line.getBytes(UTF_8)));
    }
}
