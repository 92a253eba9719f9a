package io.silverback.sync;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.silverback.contracts.CleanUpRequested;
import io.silverback.contracts.CommandAnswered;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.ConfigSynced.Changes;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.OperatorCommand;
import io.silverback.contracts.OperatorCommand.Verb;
import io.silverback.contracts.Rollback;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafka.class)
@QuarkusTestResource(EmbeddedPostgres.class)
@QuarkusTestResource(EmbeddedKeysets.class)
@QuarkusTestResource(Kongs.class)
class SyncServiceTest {

    @Inject Dumps dumps;

    @Inject Reports reports;

    @ConfigProperty(name = "test.blue")
    String blue;

    @ConfigProperty(name = "test.green")
    String green;

    @ConfigProperty(name = "test.green-proxy")
    String greenProxy;

    @ConfigProperty(name = "test.store")
    Path store;

    private Topics topics;

    @BeforeEach
    void open() {
        topics = Topics.ofTheApplication();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @AfterEach
    void close() {
        topics.close();
    }

    /** One story, since green remembers: each step rests on the ones before. */
    @Test
    void bringsADumpToGreenKeepsIdsChangesNothingTwiceAndTakesItBack() {
        List<MigrationRequested> plan = Requests.plan(true, "payments");
        plan.forEach(this::request);

        ConfigSynced estate = sync(plan.get(0), 1);
        assertThat(estate.changes()).containsEntry("workspaces", new Changes(1, 0, 0, 0));

        Map<String, Integer> announced = announced(plan.get(1));
        ConfigSynced first = sync(plan.get(1), 1);
        assertThat(announced)
                .isEqualTo(
                        Map.of(
                                "created",
                                        first.changes().values().stream()
                                                .mapToInt(Changes::created)
                                                .sum(),
                                "updated", 0,
                                "deleted", 0));
        assertThat(first.changes())
                .containsEntry("services", new Changes(1, 0, 0, 0))
                .containsEntry("routes", new Changes(2, 0, 0, 0))
                .containsEntry("basicauth_credentials", new Changes(1, 0, 0, 0));
        assertThat(first.nodes()).containsExactly("node-1");
        assertThat(first.attention())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.entityType()).isEqualTo("basicauth_credentials");
                            assertThat(one.names()).singleElement().asString().contains("alice");
                        });
        String path = "/payments/services/pay";
        assertThat(idAt(green + path)).isEqualTo(idAt(blue + path));
        theHashIsNoPassword();

        ConfigSynced second = sync(plan.get(1), 2);
        assertThat(second.changes().values())
                .allSatisfy(
                        one -> {
                            assertThat(one.created() + one.updated() + one.deleted()).isZero();
                            assertThat(one.unchanged()).isPositive();
                        });

        given().contentType("application/json")
                .body("{\"tags\":[\"newer\"]}")
                .patch(blue + "/payments/routes/pay-open")
                .then()
                .statusCode(200);
        ConfigSynced delta = sync(plan.get(1), 3);
        assertThat(delta.changes()).containsEntry("routes", new Changes(0, 1, 0, 1));
        assertThat(delta.changes().values())
                .extracting(one -> one.created() + one.updated() + one.deleted())
                .containsOnlyOnce(1);
        given().get(green + "/payments/routes/pay-open")
                .then()
                .body("tags", equalTo(List.of("newer")));

        cleanUp(plan.get(0));
        cleanUp(plan.get(1));
        becomes(plan.get(0), "cleaned-up");
        becomes(plan.get(1), "cleaned-up");
        given().get(green + "/workspaces/payments").then().statusCode(404);
    }

    /** A second plan finds what somebody changed by hand; taken back, it is as it was by hand. */
    @Test
    void undoPutsBackWhatASyncChanged() {
        List<MigrationRequested> first = Requests.plan(true, "payments");
        List<MigrationRequested> second = Requests.plan(true, "payments");
        first.forEach(this::request);
        sync(first.get(0), 1);
        sync(first.get(1), 1);
        String service = green + "/payments/services/pay";
        given().contentType("application/json")
                .body("{\"host\":\"by.hand\",\"tags\":[\"mine\"]}")
                .patch(service)
                .then()
                .statusCode(200);
        second.forEach(this::request);
        sync(second.get(0), 1);
        assertThat(sync(second.get(1), 1).changes().get("services").updated()).isEqualTo(1);

        assertThat(ask(Verb.UNDO, second.get(1)).refused()).isTrue();
        given().get(service).then().body("host", equalTo("pay.internal"));
        rollBack(second.get(1));
        becomes(second.get(1), "rolled-back");
        assertThat(ask(Verb.UNDO, second.get(1)).refused()).isFalse();

        given().get(service)
                .then()
                .body("host", equalTo("by.hand"))
                .body("tags", equalTo(List.of("mine")));
        assertThat(inClear("by.hand")).isFalse();
        first.forEach(this::cleanUp);
        first.forEach(one -> becomes(one, "cleaned-up"));
    }

    @Test
    void writesNoMoreAtOnceThanPeopleAllow() {
        String ceiling = "/gateways/green/write-ceiling";
        given().contentType("application/json")
                .body("{\"writesAtOnce\":3}")
                .put(ceiling)
                .then()
                .statusCode(200);
        given().get(ceiling).then().body("writesAtOnce", equalTo(3));
        given().contentType("application/json")
                .body("{\"writesAtOnce\":65}")
                .put(ceiling)
                .then()
                .statusCode(400)
                .body("detail", equalTo("writesAtOnce must be 1 to 64."));
        given().get("/gateways/none/write-ceiling").then().statusCode(404);
    }

    @Test
    void aLowerGenerationChangesNothing() {
        MigrationRequested estate = Requests.plan(true, "payments").get(0);
        request(estate);
        sync(estate, 2);
        topics.publish("dump", estate.migrationId(), "_estate", dumps.of(estate, 1));
        assertThat(sync(estate, 3).generation()).isEqualTo(3);
        assertThat(topics.events(ConfigSynced.class, estate.migrationId()))
                .extracting(ConfigSynced::generation)
                .containsExactly(2L, 3L);
    }

    @Test
    void anAlteredArtefactIsRefused() throws IOException {
        MigrationRequested estate = Requests.plan(true, "payments").get(0);
        request(estate);
        ConfigDumped dump = dumps.of(estate, 1);
        Path file = store.resolve(estate.migrationId()).resolve("1").resolve("_estate.yaml");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        topics.publish("dump", estate.migrationId(), "_estate", dump);
        MigrationEnded ended =
                waiting()
                        .until(
                                () -> topics.events(MigrationEnded.class, estate.migrationId()),
                                events -> !events.isEmpty())
                        .get(0);
        assertThat(ended.reason()).contains("_estate.yaml");
        assertThat(topics.events(Rollback.class, estate.migrationId()))
                .singleElement()
                .satisfies(rollback -> assertThat(rollback.phase()).isEqualTo("syncing"));
    }

    @Test
    void aDumpThatComesTwiceAndBeforeItsMigrationIsSyncedOnce() {
        MigrationRequested estate = Requests.plan(true, "payments").get(0);
        ProducerRecord<String, byte[]> record =
                topics.record("dump", estate.migrationId(), "_estate", dumps.of(estate, 1));
        topics.send(record);
        topics.send(record);
        request(estate);
        becomes(estate, "synced");
        topics.send(record);
        assertThat(sync(estate, 2).generation()).isEqualTo(2);
        assertThat(topics.events(ConfigSynced.class, estate.migrationId())).hasSize(2);
    }

    @Test
    void aRollbackThatCameFirstBlocksTheSync() {
        MigrationRequested estate = Requests.plan(true, "payments").get(0);
        rollBack(estate);
        request(estate);
        becomes(estate, "rolled-back");
    }

    @Test
    void whatIsNotKnownIsAProblem() {
        given().get("/syncs/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:silverback:problem:not-found"));
    }

    private void theHashIsNoPassword() {
        String hash =
                given().get(blue + "/payments/consumers/alice/basic-auth/alice")
                        .jsonPath()
                        .getString("password");
        assertThat(hash).matches("[0-9a-f]{40}");
        given().auth()
                .preemptive()
                .basic("alice", hash)
                .header("Host", "pay.example.com")
                .get(greenProxy + "/login")
                .then()
                .statusCode(401);
    }

    private void rollBack(MigrationRequested request) {
        topics.publish(
                "console",
                request.migrationId(),
                request.workspace(),
                new Rollback(
                        request.migrationId(),
                        null,
                        Map.of(),
                        "requested",
                        "no",
                        null,
                        "operator",
                        false));
    }

    /** What a diff says that the next sync will do. */
    private Map<String, Integer> announced(MigrationRequested request) {
        JsonPath report = JsonPath.from(reports.text(ask(Verb.DIFF, request).report()));
        assertThat(report.getList("changes"))
                .hasSize(report.getInt("created") + report.getInt("updated"));
        assertThat(report.prettify()).contains("basicauth_credentials").doesNotContain("k-e-y");
        return Map.of(
                "created", report.getInt("created"),
                "updated", report.getInt("updated"),
                "deleted", report.getInt("deleted"));
    }

    private CommandAnswered ask(Verb verb, MigrationRequested request) {
        String id = UUID.randomUUID().toString();
        topics.publish(
                "console",
                request.migrationId(),
                request.workspace(),
                new OperatorCommand(id, verb, request.migrationId(), Map.of(), "a1", null));
        return waiting()
                .until(
                        () ->
                                topics.events(CommandAnswered.class, request.migrationId()).stream()
                                        .filter(one -> one.commandId().equals(id))
                                        .toList(),
                        answers -> !answers.isEmpty())
                .get(0);
    }

    /** Whether a text stands unencrypted in any file of the artefact store. */
    private boolean inClear(String text) {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void request(MigrationRequested request) {
        topics.publish("console", request.migrationId(), request.workspace(), request);
    }

    private ConfigSynced sync(MigrationRequested request, long generation) {
        ConfigDumped dump = dumps.of(request, generation);
        topics.publish("dump", request.migrationId(), request.workspace(), dump);
        return waiting()
                .until(
                        () ->
                                topics.events(ConfigSynced.class, request.migrationId()).stream()
                                        .filter(one -> one.generation() == generation)
                                        .toList(),
                        events -> !events.isEmpty())
                .get(0);
    }

    private void cleanUp(MigrationRequested request) {
        topics.publish(
                "verify",
                request.migrationId(),
                request.workspace(),
                new CleanUpRequested(
                        request.migrationId(),
                        request.workspace(),
                        request.planHash(),
                        2,
                        "rehearsed"));
    }

    private void becomes(MigrationRequested request, String state) {
        waiting()
                .untilAsserted(
                        () ->
                                given().get("/syncs/" + request.migrationId())
                                        .then()
                                        .body("state", equalTo(state)));
    }

    private static String idAt(String url) {
        return given().get(url).then().statusCode(200).extract().path("id");
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
