package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.hybrid.DataPlane;
import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a control plane pushes, and when. */
class HybridTest extends OnDataPlanes {
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
}
