package io.silverback.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeCachesTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final String CONSUMER = "11111111-2222-4333-8444-555555555555";
    private static final String SERVICE = "21111111-2222-4333-8444-555555555555";
    private static final String ROUTE = "31111111-2222-4333-8444-555555555555";

    private final ManualTime time = new ManualTime();
    private Simulator kong;

    /** Two nodes; both have seen that bob is unknown before his rows come from behind. */
    @BeforeEach
    void start() throws IOException {
        kong =
                Simulator.startIn(
                        time,
                        SimulatorOptions.postgres("green")
                                .withEnterprise(false)
                                .withTopology(new Topology.Traditional(2, INTERVAL)));
        post("/services", "{\"name\":\"base\",\"host\":\"example.test\"}");
        post("/services/base/routes", "{\"name\":\"base\",\"paths\":[\"/base\"]}");
        post("/services/base/plugins", "{\"name\":\"basic-auth\"}");
        post("/consumers", "{\"username\":\"alice\"}");
        post("/consumers/alice/basic-auth", "{\"username\":\"alice\",\"password\":\"a\"}");
        time.advance(INTERVAL);
        assertThat(List.of(login(0, "bob"), login(1, "bob"))).containsOnly(401);
        row("consumers", Document.of("id", CONSUMER).with("username", "bob"));
        row("basicauth_credentials", credential("bob"));
        row("services", Document.of("id", SERVICE).with("host", "x.test").with("enabled", true));
        row(
                "routes",
                Document.of("id", ROUTE)
                        .with("paths", List.of("/unseen"))
                        .with("protocols", List.of("http"))
                        .with("service", Document.of("id", SERVICE)));
    }

    @AfterEach
    void stop() {
        kong.close();
    }

    @Test
    void seesNothingByItselfThoughTheAdminApiShowsAll() throws IOException {
        time.advance(Duration.ofDays(1));
        assertSeen(0, 401, 404);
        assertSeen(1, 401, 404);
        for (int node = 0; node < 2; node++) {
            assertThat(admin(node).get("/consumers/bob").status()).isEqualTo(200);
            assertThat(admin(node).get("/routes/" + ROUTE).status()).isEqualTo(200);
        }
    }

    @Test
    void findsWhatWasNeverLookedUp() throws IOException {
        row("basicauth_credentials", credential("rob"));
        assertThat(login(0, "rob")).isEqualTo(200);
    }

    @Test
    void forgetsCredentialsAtOnceAndRoutesLaterOnTheNodeWhoseCacheIsDeleted() throws IOException {
        assertThat(admin(0).send("DELETE", "/cache", "").status()).isEqualTo(204);
        assertSeen(0, 200, 404);
        assertSeen(1, 401, 404);
        time.advance(INTERVAL);
        assertSeen(0, 200, 200);
        assertSeen(1, 401, 404);
    }

    @Test
    void keepsCachedMissesOverAReload() throws IOException {
        assertThat(admin(0).send("POST", "/__simulator/node/reload", "").status()).isEqualTo(200);
        assertSeen(0, 401, 200);
        assertSeen(1, 401, 404);
    }

    @Test
    void seesAllAfterARestart() throws IOException {
        admin(1).send("POST", "/__simulator/node/restart", "");
        assertSeen(1, 200, 200);
        assertSeen(0, 401, 404);
    }

    @Test
    void seesRoutesAfterAPatchOfAnyButOnlyTheCredentialThatIsPatched() throws IOException {
        admin(0).send("PATCH", "/routes/base", "{}");
        assertSeen(0, 401, 200);
        time.advance(INTERVAL);
        assertSeen(1, 401, 200);
        admin(0).send("PATCH", "/consumers/alice/basic-auth/alice", "{}");
        assertThat(login(0, "bob")).isEqualTo(401);
        admin(0).send("PATCH", "/consumers/bob/basic-auth/bob", "{}");
        assertThat(login(0, "bob")).isEqualTo(200);
    }

    @Test
    void hearsOfEachRowByClusterEvents() throws IOException {
        event(
                "invalidations",
                "basicauth_credentials:bob:::::0c0f2a5e-28f6-4b9c-8e0d-3d3d6b1f0000");
        event("invalidations", "router:version");
        assertSeen(0, 401, 404);
        time.advance(INTERVAL);
        assertSeen(0, 200, 200);
        assertSeen(1, 200, 200);
    }

    @Test
    void tellsOtherNodesWhatItsAdminApiWrites() throws IOException {
        assertThat(login(1, "carl")).isEqualTo(401);
        post("/consumers", "{\"username\":\"carl\"}");
        post("/consumers/carl/basic-auth", "{\"username\":\"carl\",\"password\":\"a\"}");
        assertThat(login(0, "carl")).isEqualTo(200);
        assertThat(login(1, "carl")).isEqualTo(401);
        time.advance(INTERVAL);
        assertThat(login(1, "carl")).isEqualTo(200);

        admin(0).send("DELETE", "/consumers/carl", "");
        assertThat(List.of(login(0, "carl"), login(1, "carl"))).containsExactly(401, 200);
        time.advance(INTERVAL);
        assertThat(login(1, "carl")).isEqualTo(401);
    }

    private void assertSeen(int node, int login, int route) throws IOException {
        assertThat(login(node, "bob")).isEqualTo(login);
        assertThat(new Client(kong.proxyUrls().get(node)).get("/unseen").status()).isEqualTo(route);
    }

    private static Document credential(String name) {
        return Document.of(
                        "id",
                        "41111111-2222-4333-8444-555555555" + (name.equals("bob") ? 1 : 2) + "55")
                .with("username", name)
                .with("password", Secrets.saltedSha1("a", CONSUMER))
                .with("consumer", Document.of("id", CONSUMER));
    }

    private int login(int node, String name) throws IOException {
        String basic = Base64.getEncoder().encodeToString((name + ":a").getBytes(UTF_8));
        return new Client(kong.proxyUrls().get(node))
                .get("/base", "Authorization", "Basic " + basic)
                .status();
    }

    private Client admin(int node) {
        return new Client(kong.adminUrls().get(node));
    }

    private void post(String path, String body) throws IOException {
        assertThat(admin(0).send("POST", path, body).status()).isEqualTo(201);
    }

    private void row(String entity, Document row) throws IOException {
        Client.Reply reply =
                admin(0).send("PUT", "/__simulator/rows/" + entity, Json.text(Json.bytes(row)));
        assertThat(reply.status()).isEqualTo(200);
    }

    private void event(String channel, String data) throws IOException {
        Document row = Document.of("channel", channel).with("data", data);
        admin(0).send("POST", "/__simulator/cluster-events", Json.text(Json.bytes(row)));
    }
}
