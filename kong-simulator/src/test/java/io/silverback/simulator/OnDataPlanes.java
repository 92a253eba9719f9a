package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.hybrid.DataPlaneOptions;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A control plane and five data planes, three of which are not like it. */
abstract class OnDataPlanes {
    static final Duration INTERVAL = Duration.ofSeconds(5);
    static final String EMPTY = "0".repeat(32);

    final ManualTime time = new ManualTime();
    Simulator kong;
    Client admin;

    @BeforeEach
    void start() {
        open(
                DataPlaneOptions.of("one", "3.3.1"),
                DataPlaneOptions.of("two", "3.3.1"),
                DataPlaneOptions.of("newer", "3.4.2"),
                DataPlaneOptions.of("older", "2.8.5"),
                new DataPlaneOptions("poorer", "3.3.1", Set.of("key-auth")));
        time.advance(INTERVAL);
    }

    private void open(DataPlaneOptions... planes) {
        kong =
                Simulator.startIn(
                        time,
                        SimulatorOptions.postgres("green")
                                .withEnterprise(false)
                                .withTopology(new Topology.Hybrid(List.of(planes), 0, INTERVAL)));
        admin = new Client(kong.adminUrl());
    }

    @AfterEach
    void stop() {
        kong.close();
    }

    void post(String path, String body) throws IOException {
        assertThat(admin.send("POST", path, body).status()).isEqualTo(201);
    }

    String route(String path) throws IOException {
        String id = write(path);
        time.advance(INTERVAL);
        return id;
    }

    /** A service, which is pushed at once, and a route, which waits. */
    String write(String path) throws IOException {
        Client.Reply service = admin.send("POST", "/services", "{\"host\":\"example.test\"}");
        Client.Reply route =
                admin.send(
                        "POST",
                        "/services/" + service.id() + "/routes",
                        "{\"paths\":[\"" + path + "\"]}");
        assertThat(route.status()).isEqualTo(201);
        return route.id();
    }

    Client status(int plane) {
        return new Client(kong.statusUrls().get(plane));
    }

    int marker(int plane, String name) throws IOException {
        return status(plane).get("/upstreams/" + name + "/health").status();
    }

    String hash(int plane) throws IOException {
        return String.valueOf(status(plane).get("/status").body().get("configuration_hash"));
    }

    int proxied(int plane, String path, String... headers) throws IOException {
        return new Client(kong.proxyUrls().get(plane)).get(path, headers).status();
    }

    Document row(String name) throws IOException {
        return rows().stream()
                .filter(row -> name.equals(row.get("hostname")))
                .findFirst()
                .orElseThrow();
    }

    List<String> names() throws IOException {
        return rows().stream().map(row -> String.valueOf(row.get("hostname"))).toList();
    }

    private List<Document> rows() throws IOException {
        return admin.get("/clustering/data-planes").data().stream()
                .map(row -> Document.of((Map<?, ?>) row))
                .toList();
    }

    void control(String path, String body) throws IOException {
        assertThat(admin.send("PUT", "/__simulator/" + path, body).status()).isEqualTo(200);
    }

    int behind(String path, Document row) throws IOException {
        return admin.send("PUT", "/__simulator/" + path, Json.text(Json.bytes(row))).status();
    }
}
