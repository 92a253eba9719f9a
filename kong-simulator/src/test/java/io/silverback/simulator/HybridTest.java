package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.silverback.simulator.hybrid.DataPlane;
import io.silverback.simulator.hybrid.DataPlaneOptions;
import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HybridTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final String EMPTY = "0".repeat(32);

    private final ManualTime time = new ManualTime();
    private Simulator kong;
    private Client admin;

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

    @Test
    void pushesAtOnceWhenTheLastPushIsOldElseAtTheEndOfItsInterval() throws IOException {
        post("/upstreams", "{\"name\":\"first\"}");
        assertThat(marker(0, "first")).isEqualTo(200);

        time.advance(Duration.ofSeconds(2));
        post("/upstreams", "{\"name\":\"second\"}");
        time.advance(Duration.ofMillis(2900));
        assertThat(marker(0, "second")).isEqualTo(404);
        time.advance(Duration.ofMillis(100));
        assertThat(List.of(marker(0, "second"), marker(1, "second"))).containsOnly(200);
    }

    @Test
    void showsAsEqualWhatIsNotYetThere() throws IOException {
        String before = hash(0);
        write("/late");
        assertThat(hash(0)).isEqualTo(hash(1)).isNotEqualTo(before);
        assertThat(proxied(0, "/late")).isEqualTo(404);
        time.advance(INTERVAL);
        assertThat(proxied(0, "/late")).isEqualTo(200);
    }

    @Test
    void pushesARouteWithoutItsPlugin() throws IOException {
        String route = route("/half");
        post("/routes/" + route + "/plugins", "{\"name\":\"key-auth\"}");
        assertThat(proxied(0, "/half")).isEqualTo(200);
        time.advance(INTERVAL);
        assertThat(proxied(0, "/half")).isEqualTo(401);
    }

    @Test
    void showsDataPlanesAsRecorded() throws IOException {
        route("/some");
        time.advance(Duration.ofSeconds(29));
        Document one = row("one");
        long now = time.instant().getEpochSecond();
        assertThat(one)
                .containsEntry("version", "3.3.1")
                .containsEntry("sync_status", "normal")
                .containsEntry("config_hash", hash(0))
                .containsEntry("ip", "127.0.0.1")
                .containsEntry("hostname", "one")
                .containsEntry("ttl", 14 * 86_400 - 29);
        assertThat(one.number("last_seen", 0)).isEqualTo(now - 29);
        assertThat(one.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "hostname",
                        "ip",
                        "version",
                        "sync_status",
                        "config_hash",
                        "last_seen",
                        "updated_at",
                        "ttl");
        Map<?, ?> entry = (Map<?, ?>) admin.get("/clustering/status").body().get(one.text("id"));
        assertThat(entry.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("hostname", "ip", "config_hash", "last_seen");
        assertThat(row("newer")).containsEntry("sync_status", "kong_version_incompatible");
        assertThat(row("older")).containsEntry("sync_status", "kong_version_incompatible");
        assertThat(row("newer")).containsEntry("config_hash", EMPTY);
        time.advance(Duration.ofSeconds(1));
        assertThat(row("one").number("last_seen", 0)).isEqualTo(now + 1);
    }

    @Test
    void leavesARefusedDataPlaneEmpty() throws IOException {
        route("/some");
        assertThat(proxied(2, "/some")).isEqualTo(404);
        assertThat(status(2).get("/status/ready").status()).isEqualTo(503);
        assertThat(status(2).get("/status/ready").body())
                .containsEntry(
                        "message", "no configuration available (empty configuration present)");
        assertThat(hash(2)).isEqualTo(EMPTY);
    }

    @Test
    void servesWithoutAPluginThatItLacksUntilItRestarts() throws IOException {
        String route = route("/keyed");
        post("/routes/" + route + "/plugins", "{\"name\":\"key-auth\"}");
        time.advance(INTERVAL);
        assertThat(proxied(0, "/keyed")).isEqualTo(401);
        assertThat(proxied(4, "/keyed")).isEqualTo(200);
        assertThat(row("poorer")).containsEntry("sync_status", "normal");

        DataPlane poorer = kong.fleet().planes().get(4);
        kong.fleet().stop(poorer);
        kong.fleet().start(poorer);
        assertThat(row("poorer")).containsEntry("sync_status", "plugin_set_incompatible");
    }

    @Test
    void leavesOneBehindThatLooksWell() throws IOException {
        control("data-planes/1", "{\"behind\":true}");
        post("/upstreams", "{\"name\":\"marker\"}");
        assertThat(marker(0, "marker")).isEqualTo(200);
        assertThat(marker(1, "marker")).isEqualTo(404);
        assertThat(row("two")).containsEntry("sync_status", "normal");
        assertThat(status(1).get("/status/ready").status()).isEqualTo(200);
        control("data-planes/1", "{\"behind\":false}");
        assertThat(marker(1, "marker")).isEqualTo(200);
    }

    @Test
    void stopsAllForGoodOnOneRefusedRow() throws IOException {
        route("/good");
        time.advance(INTERVAL);
        String before = hash(0);
        Document bad =
                Document.of("id", "4f5ae5a5-8df4-4ad5-9d3b-5ad32d5ae1b1")
                        .with("protocols", List.of("http"));
        assertThat(behind("rows/routes", bad)).isEqualTo(200);
        post("/upstreams", "{\"name\":\"marker\"}");
        time.advance(INTERVAL.multipliedBy(100));
        assertThat(marker(0, "marker")).isEqualTo(404);
        assertThat(hash(0)).isEqualTo(hash(1)).isEqualTo(before);
        assertThat(row("one")).containsEntry("sync_status", "normal");
        assertThat(status(0).get("/status/ready").status()).isEqualTo(200);

        admin.send("DELETE", "/routes/4f5ae5a5-8df4-4ad5-9d3b-5ad32d5ae1b1", "");
        assertThat(marker(0, "marker")).isEqualTo(200);
    }

    @Test
    void pushesRowsFromBehindWithTheNextWriteOnly() throws IOException {
        Document consumer =
                Document.of("id", "2f5ae5a5-8df4-4ad5-9d3b-5ad32d5ae1b2").with("name", "unseen");
        assertThat(behind("rows/upstreams", consumer)).isEqualTo(200);
        time.advance(INTERVAL.multipliedBy(10));
        assertThat(marker(0, "unseen")).isEqualTo(404);
        admin.send("DELETE", "/cache", "");
        admin.send("DELETE", "/services/none", "");
        DataPlane one = kong.fleet().planes().get(0);
        kong.fleet().stop(one);
        kong.fleet().start(one);
        time.advance(INTERVAL);
        assertThat(marker(0, "unseen")).isEqualTo(404);
        post("/upstreams", "{\"name\":\"marker\"}");
        assertThat(marker(0, "unseen")).isEqualTo(200);
    }

    @Test
    void pushesRowsFromBehindAfterAnEventThatAsksForIt() throws IOException {
        behind(
                "rows/upstreams",
                Document.of("id", "2f5ae5a5-8df4-4ad5-9d3b-5ad32d5ae1b2").with("name", "unseen"));
        admin.send(
                "POST",
                "/__simulator/cluster-events",
                "{\"channel\":\"clustering:push_config\",\"data\":\"\"}");
        time.advance(INTERVAL);
        assertThat(marker(0, "unseen")).isEqualTo(200);
    }

    @Test
    void goesOnWithoutItsControlPlane() throws IOException {
        route("/some");
        control("control-plane", "{\"running\":false}");
        assertThat(catchThrowable(() -> admin.get("/services"))).isInstanceOf(IOException.class);
        DataPlane one = kong.fleet().planes().get(0);
        kong.fleet().stop(one);
        assertThat(catchThrowable(() -> proxied(0, "/some"))).isInstanceOf(IOException.class);
        kong.fleet().start(one);
        assertThat(proxied(0, "/some")).isEqualTo(200);

        kong.fleet().reinstall(kong.fleet().planes().get(1));
        assertThat(proxied(1, "/some")).isEqualTo(404);
        assertThat(status(1).get("/status/ready").status()).isEqualTo(503);

        control("control-plane", "{\"running\":true}");
        assertThat(proxied(1, "/some")).isEqualTo(200);
    }

    @Test
    void keepsADeadDataPlaneAsNormalForFourteenDays() throws IOException {
        kong.fleet().stop(kong.fleet().planes().get(0));
        time.advance(Duration.ofDays(13));
        assertThat(row("one")).containsEntry("sync_status", "normal");
        time.advance(Duration.ofDays(2));
        assertThat(names()).doesNotContain("one").contains("two");
    }

    @Test
    void keepsAKeyWithAnEndUntilTheNextPush() throws IOException {
        String route = route("/keyed");
        post("/routes/" + route + "/plugins", "{\"name\":\"key-auth\"}");
        post("/consumers", "{\"username\":\"bob\"}");
        post("/consumers/bob/key-auth", "{\"key\":\"short\",\"ttl\":40}");
        time.advance(Duration.ofSeconds(60));
        assertThat(proxied(0, "/keyed", "apikey", "short")).isEqualTo(200);
        post("/upstreams", "{\"name\":\"marker\"}");
        assertThat(proxied(0, "/keyed", "apikey", "short")).isEqualTo(401);
    }

    @Test
    void refusesPluginsThatNeedADatabase() throws IOException {
        Client.Reply limited =
                admin.send(
                        "POST",
                        "/plugins",
                        "{\"name\":\"rate-limiting\",\"config\":{\"minute\":1,\"policy\":\"cluster\"}}");
        assertThat(limited.status()).isEqualTo(400);
        assertThat(limited.body())
                .containsEntry(
                        "message",
                        "schema violation (config.policy: expected one of: local, redis)");
        Client.Reply shared =
                admin.send(
                        "POST",
                        "/plugins",
                        "{\"name\":\"acme\",\"config\":{\"account_email\":\"a@b.c\",\"storage\":\"shm\"}}");
        assertThat(shared.body())
                .containsEntry(
                        "message",
                        "schema violation (\"shm\" storage can't be used in Hybrid mode)");
    }

    @Test
    void knowsNoClusterOnATraditionalNode() throws IOException {
        try (Simulator single = Simulator.start(SimulatorOptions.postgres("single"))) {
            Client client = new Client(single.adminUrl());
            assertThat(client.get("/clustering/data-planes").status()).isEqualTo(400);
            assertThat(client.get("/clustering/status").status()).isEqualTo(400);
        }
    }

    private void post(String path, String body) throws IOException {
        assertThat(admin.send("POST", path, body).status()).isEqualTo(201);
    }

    private String route(String path) throws IOException {
        String id = write(path);
        time.advance(INTERVAL);
        return id;
    }

    /** A service, which is pushed at once, and a route, which waits. */
    private String write(String path) throws IOException {
        Client.Reply service = admin.send("POST", "/services", "{\"host\":\"example.test\"}");
        Client.Reply route =
                admin.send(
                        "POST",
                        "/services/" + service.id() + "/routes",
                        "{\"paths\":[\"" + path + "\"]}");
        assertThat(route.status()).isEqualTo(201);
        return route.id();
    }

    private Client status(int plane) {
        return new Client(kong.statusUrls().get(plane));
    }

    private int marker(int plane, String name) throws IOException {
        return status(plane).get("/upstreams/" + name + "/health").status();
    }

    private String hash(int plane) throws IOException {
        return String.valueOf(status(plane).get("/status").body().get("configuration_hash"));
    }

    private int proxied(int plane, String path, String... headers) throws IOException {
        return new Client(kong.proxyUrls().get(plane)).get(path, headers).status();
    }

    private Document row(String name) throws IOException {
        return rows().stream()
                .filter(row -> name.equals(row.get("hostname")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() throws IOException {
        return rows().stream().map(row -> String.valueOf(row.get("hostname"))).toList();
    }

    private List<Document> rows() throws IOException {
        return admin.get("/clustering/data-planes").data().stream()
                .map(row -> Document.of((Map<?, ?>) row))
                .toList();
    }

    private void control(String path, String body) throws IOException {
        assertThat(admin.send("PUT", "/__simulator/" + path, body).status()).isEqualTo(200);
    }

    private int behind(String path, Document row) throws IOException {
        return admin.send(
                        "PUT",
                        "/__simulator/" + path,
                        new String(
                                io.silverback.simulator.schema.Json.bytes(row),
                                java.nio.charset.StandardCharsets.UTF_8))
                .status();
    }
}
