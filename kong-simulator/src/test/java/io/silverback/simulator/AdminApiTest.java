package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.simulator.Client.Reply;
import io.silverback.simulator.entity.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminApiTest {
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    private Simulator simulator = Simulator.start(SimulatorOptions.postgres("green"));
    private Client admin = new Client(simulator.adminUrl());

    @BeforeEach
    void isEmpty() throws IOException {
        assertThat(admin.get("/services").data()).isEmpty();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private void restart(SimulatorOptions options) {
        simulator.close();
        simulator = Simulator.start(options);
        admin = new Client(simulator.adminUrl());
    }

    @Test
    void keepsIdAndTimeOfCreationAndFillsInDefaults() throws IOException {
        Reply created =
                admin.send(
                        "POST",
                        "/services",
                        "{\"id\":\""
                                + ID
                                + "\",\"name\":\"a\",\"host\":\"h\",\"created_at\":1500000000}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(admin.get("/services/a").body())
                .containsEntry("id", ID)
                .containsEntry("created_at", 1500000000)
                .containsEntry("port", 80)
                .containsEntry("tags", null);
    }

    @Test
    void replacesByPutAndMergesByPatch() throws IOException {
        admin.send("PUT", "/services/" + ID, "{\"name\":\"a\",\"host\":\"h\",\"retries\":1}");
        assertThat(admin.send("PATCH", "/services/a", "{\"port\":81}").body())
                .containsEntry("retries", 1);
        assertThat(admin.send("PUT", "/services/" + ID, "{\"name\":\"a\",\"host\":\"h\"}").body())
                .containsEntry("retries", 5)
                .containsEntry("port", 80);
    }

    @Test
    void refusesInKongsWords() throws IOException {
        admin.send("POST", "/services", "{\"name\":\"a\",\"host\":\"h\"}");
        assertThat(admin.send("POST", "/services", "{\"name\":\"a\",\"host\":\"h\"}").body())
                .containsEntry("code", 5);
        assertThat(admin.send("POST", "/services", "{\"nme\":\"b\",\"host\":\"h\"}").body())
                .containsEntry("message", "schema violation (nme: unknown field)");
        assertThat(
                        admin.send(
                                        "POST",
                                        "/routes",
                                        "{\"paths\":[\"/x\"],\"service\":{\"id\":\"" + ID + "\"}}")
                                .body())
                .containsEntry("code", 4);
        assertThat(admin.send("POST", "/plugins", "{\"name\":\"nope\"}").status()).isEqualTo(400);
        assertThat(admin.get("/services/nope").status()).isEqualTo(404);
    }

    @Test
    void refusesToDeleteWhatIsReferredToAndTakesWhatBelongsToIt() throws IOException {
        admin.send("POST", "/services", "{\"name\":\"a\",\"host\":\"h\"}");
        admin.send("POST", "/services/a/routes", "{\"name\":\"r\",\"paths\":[\"/x\"]}");
        admin.send("POST", "/routes/r/plugins", "{\"name\":\"key-auth\"}");

        assertThat(admin.send("DELETE", "/services/a", "").status()).isEqualTo(400);
        assertThat(admin.send("DELETE", "/routes/r", "").status()).isEqualTo(204);
        assertThat(admin.get("/plugins").data()).isEmpty();
    }

    @Test
    void pagesThroughEveryEntityOnce() throws IOException {
        for (SimulatorOptions options :
                List.of(SimulatorOptions.postgres("green"), SimulatorOptions.cassandra("blue"))) {
            restart(options);
            for (int i = 0; i < 7; i++) {
                admin.send("POST", "/consumers", "{\"username\":\"c" + i + "\"}");
            }
            List<Integer> sizes = new java.util.ArrayList<>();
            String next = "/consumers?size=3";
            while (!next.equals("null")) {
                Reply page = admin.get(next);
                sizes.add(page.data().size());
                next = String.valueOf(page.body().get("next"));
            }
            assertThat(sizes).containsExactly(3, 3, 1);
        }
        assertThat(admin.get("/consumers?size=1001").body()).containsEntry("code", 9);
        assertThat(admin.get("/consumers?offset=bogus").body()).containsEntry("code", 7);
    }

    @Test
    void keepsWorkspacesApart() throws IOException {
        admin.send("POST", "/workspaces", "{\"name\":\"orders\"}");
        admin.send("POST", "/orders/services", "{\"name\":\"a\",\"host\":\"h\"}");
        admin.send("POST", "/services", "{\"name\":\"a\",\"host\":\"h\"}");

        assertThat(admin.get("/orders/services").data()).hasSize(1);
        assertThat(admin.get("/workspaces/orders/meta").body().document("counts"))
                .containsEntry("services", 1);
        assertThat(admin.get("/nowhere/services").body())
                .containsEntry("message", "Workspace 'nowhere' not found");
    }

    @Test
    void hashesPasswordsWithTheConsumersIdAndNeverTwiceByPatch() throws IOException {
        String consumer = admin.send("POST", "/consumers", "{\"username\":\"ann\"}").id();
        admin.send(
                "POST", "/consumers/ann/basic-auth", "{\"username\":\"ann\",\"password\":\"p\"}");
        String hash = Secrets.saltedSha1("p", consumer);

        assertThat(admin.get("/consumers/ann/basic-auth/ann").body())
                .containsEntry("password", hash);
        assertThat(
                        admin.send("PATCH", "/consumers/ann/basic-auth/ann", "{\"tags\":[\"t\"]}")
                                .body())
                .containsEntry("password", hash);
    }

    @Test
    void dropsAllSnisOfACertificateThatIsReplacedWithoutThem() throws IOException {
        String pair = "{\"cert\":\"{vault://env/cert}\",\"key\":\"{vault://env/key}\"";
        admin.send("PUT", "/certificates/" + ID, pair + ",\"snis\":[\"a.test\"]}");
        assertThat(admin.get("/certificates/a.test").body())
                .containsEntry("snis", List.of("a.test"));

        admin.send("PUT", "/certificates/" + ID, pair + "}");
        assertThat(admin.get("/snis").data()).isEmpty();
    }

    @Test
    void showsNullForEmptyListsOnCassandraOnly() throws IOException {
        String route = "{\"name\":\"r\",\"paths\":[\"/x\"],\"hosts\":[],\"tags\":[\"b\",\"a\"]}";
        admin.send("POST", "/routes", route);
        assertThat(admin.get("/routes/r").body())
                .containsEntry("hosts", List.of())
                .containsEntry("tags", List.of("b", "a"));

        restart(SimulatorOptions.cassandra("blue"));
        admin.send("POST", "/routes", route);
        assertThat(admin.get("/routes/r").body())
                .containsEntry("hosts", null)
                .containsEntry("tags", List.of("a", "b"));
    }

    @Test
    void provesAMarkerUpstream() throws IOException {
        assertThat(admin.get("/upstreams/marker-1/health").status()).isEqualTo(404);
        admin.send("POST", "/upstreams", "{\"name\":\"marker-1\"}");
        assertThat(admin.get("/upstreams/marker-1/health").status()).isEqualTo(200);
    }

    @Test
    void asksForTheTokenThatItWasStartedWith() throws IOException {
        restart(SimulatorOptions.postgres("green").withAdminToken("t"));
        assertThat(admin.get("/services").status()).isEqualTo(401);
        assertThat(admin.get("/services", "Kong-Admin-Token", "t").status()).isEqualTo(200);
    }

    @Test
    void notesWritesAndOnlyThose() throws IOException {
        admin.send("POST", "/consumers", "{\"username\":\"ann\"}");
        assertThat(simulator.journal().writes())
                .singleElement()
                .satisfies(
                        write ->
                                assertThat(write)
                                        .containsEntry("method", "POST")
                                        .containsEntry("path", "/consumers"));
        assertThat(Client.text(admin.get("/__simulator/journal")))
                .contains("/consumers")
                .doesNotContain("ann");
    }

    @Test
    void loadsAWorkspaceFromADeckFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("orders.yaml");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "_format_version: '3.0'",
                        "_workspace: orders",
                        "services: [{name: a, host: h, routes: [{name: r, paths: [/x]}], plugins: [{name: key-auth}]}]",
                        "consumers: [{username: ann, basicauth_credentials: [{username: ann, password: p}]}]"));
        restart(SimulatorOptions.postgres("green").withFiles(List.of(file), false));

        assertThat(simulator.loaded()).isEqualTo(5);
        String consumer = admin.get("/orders/consumers/ann").id();
        assertThat(admin.get("/orders/basic-auths/ann").body())
                .containsEntry("password", Secrets.saltedSha1("p", consumer));
        assertThat(admin.get("/orders/services/a/plugins").data()).hasSize(1);
    }

    @Test
    void saysWhichPortIsInUse() {
        SimulatorOptions same =
                SimulatorOptions.postgres("green").withPorts(simulator.adminPort(), 0);
        assertThatThrownBy(() -> Simulator.start(same))
                .hasMessage(
                        "The Admin API of green cannot start: port "
                                + simulator.adminPort()
                                + " is in use.");
    }

    @Test
    void writesFromManyClientsAreAllThere() throws IOException {
        IntStream.range(0, 50)
                .parallel()
                .forEach(
                        i -> {
                            try {
                                admin.send("POST", "/consumers", "{\"username\":\"p" + i + "\"}");
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        });
        assertThat(admin.get("/consumers").data()).hasSize(50);
    }
}
