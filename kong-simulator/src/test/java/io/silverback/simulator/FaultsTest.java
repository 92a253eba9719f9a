package io.silverback.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.postgres("green"));
    private final Client admin = new Client(simulator.adminUrl());
    private final Client proxy = new Client(simulator.proxyUrl());

    @BeforeEach
    void twoRoutes() throws IOException {
        admin.send("POST", "/services", "{\"name\":\"s\",\"host\":\"s.test\"}");
        admin.send("POST", "/services/s/routes", "{\"name\":\"a\",\"paths\":[\"/a\"]}");
        admin.send("POST", "/services/s/routes", "{\"name\":\"b\",\"paths\":[\"/b\"]}");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private void faults(String json) throws IOException {
        admin.send("PUT", "/__simulator/faults", json);
    }

    @Test
    void failsOneRouteAndOneConsumerOnly() throws IOException {
        admin.send("POST", "/routes/b/plugins", "{\"name\":\"key-auth\"}");
        admin.send("POST", "/consumers", "{\"username\":\"ann\"}");
        admin.send("POST", "/consumers", "{\"username\":\"bob\"}");
        admin.send("POST", "/consumers/ann/key-auth", "{\"key\":\"k-ann\"}");
        admin.send("POST", "/consumers/bob/key-auth", "{\"key\":\"k-bob\"}");
        faults(
                "{\"proxy\":{\"rules\":[{\"route\":\"a\",\"errorRate\":1,\"errorStatus\":503},"
                        + "{\"consumer\":\"bob\",\"statuses\":{\"429\":1}}]}}");

        assertThat(proxy.get("/a").status()).isEqualTo(503);
        assertThat(proxy.get("/b", "apikey", "k-ann").status()).isEqualTo(200);
        assertThat(proxy.get("/b", "apikey", "k-bob").status()).isEqualTo(429);
    }

    @Test
    void drawsTheSameSequenceFromTheSameSeed() throws IOException {
        List<String> here = outcomes(simulator);
        try (Simulator other = Simulator.start(SimulatorOptions.postgres("other"))) {
            assertThat(outcomes(other)).isEqualTo(here);
        }
        try (Simulator other = Simulator.start(SimulatorOptions.postgres("x").withSeed(2))) {
            assertThat(outcomes(other)).isNotEqualTo(here);
        }
        assertThat(here).contains("401", "403", "404", "broken");
    }

    /** What becomes of 40 requests, none of which a client repeats by itself. */
    private static List<String> outcomes(Simulator of) throws IOException {
        new Client(of.adminUrl())
                .send(
                        "PUT",
                        "/__simulator/faults",
                        "{\"proxy\":{\"statuses\":{\"401\":0.2,\"403\":0.2},"
                                + "\"resetRate\":0.2,\"truncateRate\":0.2}}");
        Client client = new Client(of.proxyUrl());
        return IntStream.range(0, 40).mapToObj(i -> outcome(client)).toList();
    }

    private static String outcome(Client client) {
        try {
            return String.valueOf(client.send("POST", "/nowhere", "x").status());
        } catch (IOException broken) {
            return "broken";
        }
    }

    @Test
    void showsItsRulesAsTheyWereSetAndTakesThemBack() throws IOException {
        String wanted =
                "{\"proxy\":{\"latencyMillis\":1,\"rules\":[{\"route\":\"a\",\"errorRate\":1,"
                        + "\"errorStatus\":503},{\"consumer\":\"bob\",\"statuses\":{\"429\":1}}]}}";
        faults(wanted);
        Client.Reply shown = admin.get("/__simulator/faults");
        assertThat(shown.body().document("proxy").list("rules"))
                .isEqualTo(
                        Document.of(Json.object(wanted.getBytes(UTF_8)))
                                .document("proxy")
                                .list("rules"));

        faults("{}");
        assertThat(admin.get("/__simulator/faults").body().document("proxy").list("rules"))
                .isEmpty();
        assertThat(proxy.get("/a").status()).isEqualTo(200);

        faults(Client.text(shown));
        assertThat(admin.get("/__simulator/faults").body().document("proxy").list("rules"))
                .isEqualTo(shown.body().document("proxy").list("rules"));
        assertThat(proxy.get("/a").status()).isEqualTo(503);
        assertThat(proxy.get("/b").status()).isEqualTo(200);
    }

    @Test
    void resetsConnections() throws IOException {
        faults("{\"proxy\":{\"resetRate\":1}}");
        assertThatThrownBy(() -> proxy.get("/a")).isInstanceOf(IOException.class);

        faults("{}");
        assertThat(proxy.get("/a").status()).isEqualTo(200);
    }

    @Test
    void cutsBodiesShort() throws IOException {
        faults("{\"proxy\":{\"truncateRate\":1},\"admin\":{\"truncateRate\":1}}");
        assertThatThrownBy(() -> proxy.get("/a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> admin.get("/services")).isInstanceOf(IOException.class);
    }

    @Test
    void dripsAndAnswersWithPages() throws IOException {
        faults("{\"proxy\":{\"dripRate\":1,\"dripMillis\":5}}");
        long begin = System.nanoTime();
        assertThat(proxy.get("/a").body()).containsEntry("route", "a");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(90));

        faults("{\"proxy\":{\"htmlRate\":1}}");
        Client.Reply page = proxy.get("/a");
        assertThat(page.status()).isEqualTo(502);
        assertThat(page.response().headers().firstValue("Content-Type")).hasValue("text/html");
    }

    @Test
    void delaysByADistribution() throws IOException {
        faults("{\"proxy\":{\"latency\":{\"p50\":30,\"p99\":60}}}");
        long begin = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            proxy.get("/a");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void hangsOrFailsWithoutItsDatabaseAndStillProxies() throws IOException {
        faults("{\"database\":\"stopped\"}");
        assertThat(admin.get("/").body()).containsEntry("message", "An unexpected error happened");
        assertThat(admin.get("/services").body())
                .containsEntry("message", "An unexpected error occurred");
        assertThat(admin.get("/status").body().document("database"))
                .containsEntry("reachable", false);
        assertThat(proxy.get("/a").status()).isEqualTo(200);

        faults("{\"database\":\"frozen\",\"databasePatienceMillis\":100}");
        long begin = System.nanoTime();
        assertThat(admin.send("POST", "/consumers", "{\"username\":\"x\"}").status())
                .isEqualTo(500);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(90));
        assertThat(admin.get("/status").body().document("database"))
                .containsEntry("reachable", true);

        faults("{}");
        assertThat(admin.get("/consumers").data()).isEmpty();
    }
}
