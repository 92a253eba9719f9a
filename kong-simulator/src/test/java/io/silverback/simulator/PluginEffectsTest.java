package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginEffectsTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.postgres("green"));
    private final Client admin = new Client(simulator.adminUrl());
    private final Client proxy = new Client(simulator.proxyUrl());

    @BeforeEach
    void oneRoute() throws IOException {
        admin.send("POST", "/services", "{\"name\":\"s\",\"host\":\"s.test\"}");
        admin.send("POST", "/services/s/routes", "{\"name\":\"a\",\"paths\":[\"/a\"]}");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void countsWithKongsNames() throws IOException {
        admin.send(
                "POST",
                "/plugins",
                "{\"name\":\"prometheus\",\"config\":{\"status_code_metrics\":true,"
                        + "\"latency_metrics\":true,\"bandwidth_metrics\":true}}");
        proxy.get("/a");
        proxy.get("/a");
        assertThat(Client.text(admin.get("/metrics")))
                .contains("kong_datastore_reachable 1")
                .contains(
                        "kong_http_requests_total{service=\"s\",route=\"a\",code=\"200\","
                                + "source=\"service\",consumer=\"\"} 2")
                .contains("kong_request_latency_ms_bucket{service=\"s\",route=\"a\",le=\"25\"}")
                .contains("kong_bandwidth_bytes{service=\"s\",route=\"a\",direction=\"egress\"");
    }

    @Test
    void sendsALineForEachRequest() throws Exception {
        CompletableFuture<String> line = new CompletableFuture<>();
        Vertx vertx = Vertx.vertx();
        try {
            int port =
                    vertx.createHttpServer()
                            .requestHandler(
                                    request ->
                                            request.body()
                                                    .onSuccess(body -> line.complete("" + body)))
                            .listen(0, "127.0.0.1")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .actualPort();
            admin.send(
                    "POST",
                    "/routes/a/plugins",
                    "{\"name\":\"http-log\",\"config\":{\"http_endpoint\":\"http://127.0.0.1:"
                            + port
                            + "/log\"}}");
            proxy.get("/a?x=1");
            assertThat(line.get(10, TimeUnit.SECONDS))
                    .contains("\"uri\":\"/a?x=1\"")
                    .contains("\"status\":200")
                    .contains("\"upstream_uri\":\"/?x=1\"");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void choosesTargetsByWeight() throws IOException {
        admin.send("POST", "/upstreams", "{\"name\":\"u\"}");
        admin.send("POST", "/upstreams/u/targets", "{\"target\":\"10.0.0.1:80\",\"weight\":90}");
        admin.send("POST", "/upstreams/u/targets", "{\"target\":\"10.0.0.2:80\",\"weight\":10}");
        admin.send("PATCH", "/services/s", "{\"host\":\"u\"}");
        int rare = 0;
        for (int i = 0; i < 100; i++) {
            rare += "10.0.0.2".equals(proxy.get("/a").body().get("host")) ? 1 : 0;
        }
        assertThat(rare).isEqualTo(10);
    }

    @Test
    void handsEverythingBackWhileTheSwitchIsOn() throws IOException {
        try (Simulator blue = Simulator.start(SimulatorOptions.cassandra("blue"))) {
            Client blueAdmin = new Client(blue.adminUrl());
            blueAdmin.send("POST", "/services", "{\"name\":\"old\",\"host\":\"old.test\"}");
            blueAdmin.send(
                    "POST", "/services/old/routes", "{\"name\":\"b\",\"paths\":[\"/only-blue\"]}");
            admin.send("POST", "/services/s/plugins", "{\"name\":\"key-auth\"}");
            Client.Reply plugin =
                    admin.send(
                            "POST",
                            "/plugins",
                            "{\"name\":\"pre-function\",\"enabled\":false,\"config\":{\"rewrite\":"
                                    + "[\"local host = '127.0.0.1'; local port = "
                                    + blue.proxyPort()
                                    + "\"]}}");
            assertThat(proxy.get("/only-blue").status()).isEqualTo(404);

            admin.send("PATCH", "/plugins/" + plugin.id(), "{\"enabled\":true}");
            assertThat(proxy.get("/only-blue/x").body()).containsEntry("route", "b");
            assertThat(proxy.get("/a").status()).isEqualTo(404);

            admin.send("PATCH", "/plugins/" + plugin.id(), "{\"enabled\":false}");
            assertThat(proxy.get("/a").status()).isEqualTo(401);
        }
    }
}
