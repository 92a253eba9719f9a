package io.silverback.quickstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.quickstart.clients.ClientReport;
import io.silverback.quickstart.clients.ClientStream;
import io.silverback.quickstart.clients.Load;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.story.TopicTail;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way from plan to 100 %, and what happens when something dies or breaks on it. */
class MigrationIT {

    private static final int OFFSET = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final long SEED = 20_261_122;
    private static final List<String> TOPICS =
            List.of(
                    "go-no-go",
                    "config-dumped",
                    "config-synced",
                    "tests-passed",
                    "canary-advanced",
                    "canary-held",
                    "rolled-back",
                    "migration-ended",
                    "cutover-completed");

    @TempDir static Path data;

    private static RunningSilverback silverback;
    private ClientStream clients;

    @BeforeAll
    static void start() throws IOException {
        silverback = RunningSilverback.start(data, OFFSET);
    }

    @AfterAll
    static void stop() {
        silverback.close();
    }

    /** A green gateway that dies comes back empty: each test starts from there. */
    @BeforeEach
    void emptyGreen() throws InterruptedException {
        silverback.setWeight(0);
        silverback.kill("green");
        int admin = silverback.ports().greenAdmin();
        Awaitility.await()
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> silverback.collection(admin, "/workspaces").size() == 1);
        URI edge = URI.create("http://127.0.0.1:" + silverback.ports().edgeProxy());
        clients =
                ClientStream.start(
                        edge,
                        DemoEstate.requests(DemoEstate.workspaces()),
                        Load.open(100, Duration.ofSeconds(5)).ofClients(64));
    }

    @AfterEach
    void stopClients() {
        clients.close();
    }

    @Test
    void movesThreeWorkspacesWithoutAFailedRequest() throws InterruptedException {
        String plan = silverback.submit("happy", DemoEstate.workspaces());

        JsonNode end = awaitEnd(plan);
        ClientReport report = clients.stop();

        assertThat(end.path("state").asText()).as(end.toPrettyString()).isEqualTo("completed");
        assertThat(silverback.weight()).isEqualTo(100);
        assertThat(report.failed()).isZero();
        assertThat(report.byColour()).containsKeys("blue", "green");
        assertSameServices();
    }

    @Test
    void returnsToBlueWhenGreenBreaksAndOnlyTheEdgeSeesIt() throws InterruptedException {
        try (TopicTail topics = new TopicTail(silverback.bootstrapServers(), TOPICS)) {
            String plan = silverback.submit("broken", DemoEstate.workspaces());
            awaitLine(topics, plan, line -> isWeight(line, 10));
            silverback.faults(
                    silverback.ports().greenAdmin(),
                    "{\"proxy\":{\"errorRate\":1.0,\"errorStatus\":500}}");
            TopicTail.Line back =
                    awaitLine(topics, plan, line -> line.topic().equals("rolled-back"));

            JsonNode end = awaitEnd(plan);
            ClientReport report = clients.stop();
            Instant readBack =
                    Instant.parse(back.body().path("routers").path(0).path("readBackAt").asText());

            assertThat(end.path("state").asText()).isEqualTo("rolled-back");
            assertThat(silverback.weight()).isZero();
            assertThat(report.answeredByGreenAfter(readBack)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dump-service, config-dumped",
        "sync-service, config-dumped",
        "verify-service, config-synced",
        "traffic-service, canary-advanced"
    })
    void completesAlthoughAServiceIsKilledInItsPhase(String service, String topic) {
        int seen = 1 + new Random(SEED + service.hashCode()).nextInt(3);
        silverback.faults(silverback.ports().blueAdmin(), "{\"admin\":{\"latencyMillis\":20}}");
        try (TopicTail topics = new TopicTail(silverback.bootstrapServers(), TOPICS)) {
            String plan = silverback.submit("killed-" + service, DemoEstate.workspaces());
            awaitLines(seen, topics, plan, line -> line.topic().equals(topic));
            silverback.kill(service);

            JsonNode end = awaitEnd(plan);
            assertThat(end.path("state").asText())
                    .as("%s killed after %d %s: %s", service, seen, topic, end.toPrettyString())
                    .isEqualTo("completed");
        } finally {
            silverback.faults(silverback.ports().blueAdmin(), "{}");
        }
        assertSameServices();
    }

    @Test
    void takesBackARaiseThatWasKilledBeforeItWasOnRecord() throws SQLException {
        try (TopicTail topics = new TopicTail(silverback.bootstrapServers(), TOPICS)) {
            String plan = silverback.submit("between", DemoEstate.workspaces());
            awaitLine(topics, plan, line -> isWeight(line, 5));
            try (HeldRecord held = HeldRecord.on(silverback.ports().database())) {
                awaitWeight(10);
                silverback.kill("traffic-service");
            }

            awaitWeight(5);
            assertThat(awaitEnd(plan).path("state").asText()).isEqualTo("completed");
        }
    }

    @Test
    void neverRaisesByARestartWhatAHandHasSetToZero() {
        try (TopicTail topics = new TopicTail(silverback.bootstrapServers(), TOPICS)) {
            String plan = silverback.submit("by-hand", DemoEstate.workspaces());
            awaitLine(topics, plan, line -> isWeight(line, 5));
            silverback.setWeight(0);
            silverback.kill("traffic-service");
            TopicTail.Line held =
                    awaitLine(topics, plan, line -> line.topic().equals("canary-held"));

            assertThat(held.body().path("weight").asDouble()).isZero();
            assertThat(silverback.weight()).isZero();
            assertThat(topics.poll(Duration.ofSeconds(5)))
                    .noneMatch(line -> line.topic().equals("canary-advanced"));
            rollBack(plan);
            awaitEnd(plan);
        }
    }

    private static void awaitWeight(double green) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> silverback.weight() == green);
    }

    private void rollBack(String plan) {
        String cutover = silverback.plan(plan).path("cutovers").path(0).path("id").asText();
        silverback.rollBack(cutover);
    }

    private JsonNode awaitEnd(String plan) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> !silverback.plan(plan).path("state").asText().equals("live"));
        return silverback.plan(plan);
    }

    private static boolean isWeight(TopicTail.Line line, int weight) {
        return line.topic().equals("canary-advanced") && line.body().path("to").asInt() == weight;
    }

    private static TopicTail.Line awaitLine(
            TopicTail topics, String plan, Predicate<TopicTail.Line> wanted) {
        return awaitLines(1, topics, plan, wanted).get(0);
    }

    private static List<TopicTail.Line> awaitLines(
            int count, TopicTail topics, String plan, Predicate<TopicTail.Line> wanted) {
        List<TopicTail.Line> found = new ArrayList<>();
        Awaitility.await()
                .atMost(LIMIT)
                .failFast(
                        () ->
                                assertThat(silverback.plan(plan).path("state").asText())
                                        .as(silverback.plan(plan).toPrettyString())
                                        .isNotEqualTo("failed"))
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            topics.poll(Duration.ofMillis(200)).stream()
                                    .filter(wanted)
                                    .forEach(found::add);
                            return found.size() >= count;
                        });
        return found;
    }

    private static void assertSameServices() {
        for (String workspace : DemoEstate.workspaces()) {
            for (String path : List.of("/services", "/routes", "/plugins", "/consumers")) {
                assertThat(ids(silverback.ports().greenAdmin(), "/" + workspace + path))
                        .isEqualTo(ids(silverback.ports().blueAdmin(), "/" + workspace + path));
            }
        }
    }

    private static List<String> ids(int adminPort, String path) {
        return silverback.collection(adminPort, path).stream()
                .map(entity -> entity.path("id").asText())
                .sorted()
                .toList();
    }
}
