package io.silverback.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.FileArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.console.plan.PlanYaml;
import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.OperatorCommand;
import io.silverback.contracts.Rollback;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafka.class)
@QuarkusTestResource(EmbeddedPostgres.class)
@QuarkusTestResource(EmbeddedKeysets.class)
@QuarkusTestResource(TestRegistry.class)
@NullUnmarked
class ConsoleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SIGNATURE = "ce_silverbacksignature";

    @TestHTTPResource("/api/stream")
    URI stream;

    @ConfigProperty(name = "silverback.test.store")
    Path store;

    @ConfigProperty(name = "silverback.artefacts.keyset")
    Path keyset;

    private final List<String> started = new ArrayList<>();
    private Topics topics;

    @BeforeEach
    void open() {
        topics = Topics.ofTheApplication();
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/plans").then().statusCode(200));
    }

    /** Ends what a test has started, so that its routers and workspaces are free again. */
    @AfterEach
    void endPlans() {
        for (String planId : started) {
            for (Map<String, String> migration :
                    plan(planId).<Map<String, String>>getList("migrations")) {
                topics.publish(
                        "dump",
                        migration.get("id"),
                        migration.get("workspace"),
                        Story.ended(
                                migration.get("id"),
                                migration.get("workspace"),
                                MigrationEnded.Outcome.FAILED));
            }
            awaitState(planId, "failed");
        }
        topics.close();
    }

    @Test
    void aPlanAsksEveryServiceForItsPart() {
        JsonPath plan = start(PlanYaml.MINIMAL);

        List<String> ids = plan.getList("migrations.id");
        assertThat(plan.getList("migrations.workspace"))
                .isEqualTo(List.of("_estate", "payments", "catalog"));
        String cutoverId = plan.getString("cutovers[0].id");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            MigrationRequested payments = one(MigrationRequested.class, ids.get(1));
                            assertThat(payments.workspace()).isEqualTo("payments");
                            assertThat(payments.field()).isEqualTo("workspaces[0]");
                            assertThat(payments.planMigrationIds()).isEqualTo(ids);
                            assertThat(payments.estateMigrationId()).isEqualTo(ids.get(0));
                            assertThat(payments.cutoverId()).isEqualTo(cutoverId);
                            assertThat(one(MigrationRequested.class, ids.get(0)).cutoverId())
                                    .isNull();
                            CutoverRequested cutover = one(CutoverRequested.class, cutoverId);
                            assertThat(cutover.migrations())
                                    .extracting(CutoverRequested.Member::migrationId)
                                    .containsExactlyElementsOf(ids.subList(1, 3));
                        });
        assertThat(record("cutover-requested", cutoverId).headers().lastHeader(SIGNATURE))
                .isNotNull();
        given().get("/api/plans/" + plan.getString("planId"))
                .then()
                .statusCode(200)
                .body("state", equalTo("live"))
                .body("submittedBy", equalTo("ann"))
                .body("migrations.state", contains("requested", "requested", "requested"))
                .body("cutovers[0].state", equalTo("waiting"))
                .body("cutovers[0].weight", equalTo(0.0f))
                .body("change", nullValue());
    }

    @Test
    void aBadPlanStartsNothing() {
        submit(PlanYaml.cutover("steps: [5, 1, 100]\nsurprise: 1"), "/api/plans")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:silverback:problem:plan-refused"))
                .body("errors.field", hasItems("cutovers[0].steps[1]", "cutovers[0].surprise"));

        given().get("/api/plans/emea-bad").then().statusCode(404);
    }

    @Test
    void aDryRunOnlyChecks() {
        submit(named("only-checked") + "retention: 90d\n", "/api/plans?dryRun=true")
                .statusCode(200)
                .body("planId", nullValue())
                .body("migrations.workspace", contains("_estate", "payments", "catalog"))
                .body("warnings.field", contains("retention"));

        given().get("/api/plans/only-checked").then().statusCode(404);
    }

    @Test
    void twoLivePlansDoNotShareARouter() {
        start(PlanYaml.MINIMAL);

        submit(named("second").replace("payments, catalog", "other"), "/api/plans")
                .statusCode(409)
                .body("type", equalTo("urn:silverback:problem:plan-is-live"))
                .body("detail", containsString("routers: edge"));
    }

    @Test
    void aGateThatAsksNobodyIsDecidedByCriteriaAndSigned() {
        String estate = start(PlanYaml.MINIMAL).getString("migrations[0].id");

        topics.publish(
                "dump", estate, "_estate", Story.opened(estate, GoNoGo.Gate.EXECUTION, 0, "e1"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(GoNoGo.class, estate))
                                        .anySatisfy(
                                                decision -> {
                                                    assertThat(decision.status())
                                                            .isEqualTo(GoNoGo.Status.GO);
                                                    assertThat(decision.by()).isEqualTo("criteria");
                                                    assertThat(decision.evidenceHash())
                                                            .isEqualTo("e1");
                                                }));
        assertThat(record("go-no-go", estate).headers().lastHeader(SIGNATURE)).isNotNull();
    }

    @Test
    void peopleDecideWhereTheyAreAskedNobodyTwice() {
        JsonPath plan = start(PlanYaml.MINIMAL);
        String estate = plan.getString("migrations[0].id");
        String target = plan.getString("planId");
        decide("ann", target, "go", null).statusCode(409);
        topics.publish(
                "dump", estate, "_estate", Story.opened(estate, GoNoGo.Gate.EXECUTION, 2, "e1"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(plan(target).getString("gates[0].status"))
                                        .isEqualTo("open"));

        decide("ann", target, "go", "stale").statusCode(409);
        decide("ann", target, "go", "e1").statusCode(202).body("gate.status", equalTo("open"));
        decide("ann", target, "go", "e1")
                .statusCode(202)
                .body("gate.status", equalTo("open"))
                .body("gate.approvals", hasSize(1));
        decide("bob", target, "go", null).statusCode(202).body("gate.status", equalTo("go"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(plan(target).getString("gates[0].status"))
                                        .isEqualTo("go"));
        assertThat(topics.events(GoNoGo.class, estate))
                .filteredOn(event -> event.status() == GoNoGo.Status.GO)
                .singleElement()
                .extracting(GoNoGo::by)
                .isEqualTo("ann,bob");
    }

    @Test
    void showsWhatTheServicesSay() {
        JsonPath plan = start(PlanYaml.MINIMAL);
        String id = plan.getString("migrations[1].id");
        topics.publish("verify", id, "payments", Story.passed(id, "payments", 1));
        topics.publish("sync", id, "payments", Story.synced(id, "payments", 1));
        topics.publish("dump", id, "payments", Story.dumped(id, "payments", 1));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                given().get("/api/migrations/" + id)
                                        .then()
                                        .body("state", equalTo("passed"))
                                        .body("entities", equalTo(31))
                                        .body("counts.routes", equalTo(21))
                                        .body("transport", equalTo("admin-api"))
                                        .body("changes.created", equalTo(30))
                                        .body("verification.routes.exercised", equalTo(20))
                                        .body("artefacts[0].name", equalTo("payments.yaml")));
    }

    @Test
    void showsTheEvidenceOfBothColours() {
        String cutover = start(PlanYaml.MINIMAL).getString("cutovers[0].id");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            topics.publish(
                                    "traffic",
                                    cutover,
                                    "public-api",
                                    Story.shifting(cutover, "1.00", 120));
                            given().get("/api/cutovers/" + cutover)
                                    .then()
                                    .body("evidence.green.requests", equalTo(120))
                                    .body("evidence.blue.errorRate", equalTo(0.001f))
                                    .body("evidence.verdict", equalTo("healthy"))
                                    .body("progress.phase", equalTo("shifting"));
                        });
    }

    @Test
    void commandsAndRollbacksReachTheirTopics() {
        JsonPath plan = start(PlanYaml.MINIMAL);
        String cutover = plan.getString("cutovers[0].id");

        String command =
                as("ann")
                        .body(Map.of("verb", "resume", "target", "emea-wave-1/public-api"))
                        .post("/api/commands")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("commands[0].id");
        as("ann")
                .body(Map.of("target", plan.getString("planId"), "reason", "enough"))
                .post("/api/rollbacks")
                .then()
                .statusCode(202)
                .body("rollbacks.subjectId", contains(cutover));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(one(OperatorCommand.class, cutover).commandId())
                                    .isEqualTo(command);
                            assertThat(one(Rollback.class, cutover).reason()).isEqualTo("enough");
                            given().get("/api/commands/" + command)
                                    .then()
                                    .body("status", equalTo("asked"));
                            given().get("/api/cutovers/" + cutover)
                                    .then()
                                    .body("state", equalTo("rolling-back"));
                        });
        assertThat(record("operator-commands", cutover).headers().lastHeader(SIGNATURE))
                .isNotNull();
    }

    @Test
    void theStreamDeliversAndGoesOnWhereItWas() throws Exception {
        try (Sse first = new Sse(stream, "0")) {
            String id = start(PlanYaml.MINIMAL).getString("migrations[0].id");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                assertThat(first.data()).anyMatch(d -> d.contains(id));
                                assertThat(first.ids()).hasSizeGreaterThan(2);
                            });
            String seen = first.ids().get(first.ids().size() - 2);
            try (Sse resumed = new Sse(stream, seen)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(resumed.ids()).isNotEmpty());
                assertThat(resumed.ids().get(0))
                        .isEqualTo(first.ids().get(first.ids().indexOf(seen) + 1));
            }
        }
    }

    @Test
    void anArtefactComesDecrypted() throws Exception {
        StoredArtefact stored =
                FileArtefactStore.open("default", store, KeyEncryptionKey.load(keyset))
                        .write(
                                new ArtefactId("m1", 1, "payments.yaml"),
                                out -> out.write("_format: x".getBytes(StandardCharsets.UTF_8)));

        given().queryParam("uri", stored.uri().toString())
                .get("/api/artefacts")
                .then()
                .statusCode(200)
                .body(equalTo("_format: x"));
        given().queryParam("uri", "file-store://default/m1/1/absent.yaml")
                .get("/api/artefacts")
                .then()
                .statusCode(404);
        given().queryParam("uri", "file-store://default/m1/1/..%2Fescape")
                .get("/api/artefacts")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyItsOwnPageAndNamedActorsChangeAnything() {
        Map<String, String> body = Map.of("target", "x", "reason", "y");
        given().contentType("application/json")
                .body(body)
                .post("/api/rollbacks")
                .then()
                .statusCode(400);
        as("ann")
                .header("Origin", "http://evil.example")
                .body(body)
                .post("/api/rollbacks")
                .then()
                .statusCode(403);
        as("ann").header("Host", "rebound.example").get("/api/plans").then().statusCode(403);
        given().header("X-Silverback-Actor", "ann")
                .contentType("text/plain")
                .body("x")
                .post("/api/rollbacks")
                .then()
                .statusCode(415);
        as("ann").body(body).post("/api/rollbacks").then().statusCode(404);
    }

    @Test
    void showsWhatIsRegisteredAndItsPage() {
        given().get("/api/gateways")
                .then()
                .statusCode(200)
                .body("gateways.name", hasItems("emea-cassandra", "emea-postgres"))
                .body("routers[0].type", equalTo("edge"));
        given().get("/").then().statusCode(200).body(containsString("<main id=\"plans\""));
    }

    private JsonPath start(String yaml) {
        JsonPath plan = submit(yaml, "/api/plans").statusCode(202).extract().jsonPath();
        started.add(plan.getString("planId"));
        return plan;
    }

    private static ValidatableResponse submit(String yaml, String path) {
        return given().header("X-Silverback-Actor", "ann")
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    private static String named(String name) {
        return PlanYaml.with("name: emea-wave-1", "name: " + name);
    }

    private static ValidatableResponse decide(
            String actor, String target, String decision, String evidenceHash) {
        String hash = evidenceHash == null ? "null" : "\"" + evidenceHash + "\"";
        return as(actor)
                .body(
                        "{\"target\":\"%s\",\"gate\":\"execution\",\"decision\":\"%s\",\"evidenceHash\":%s}"
                                .formatted(target, decision, hash))
                .post("/api/gates/decisions")
                .then();
    }

    private static RequestSpecification as(String actor) {
        return given().header("X-Silverback-Actor", actor).contentType("application/json");
    }

    private static JsonPath plan(String id) {
        return given().get("/api/plans/" + id).then().statusCode(200).extract().jsonPath();
    }

    private static void awaitState(String planId, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(plan(planId).getString("state")).isEqualTo(state));
    }

    private <E extends io.silverback.contracts.Event> E one(Class<E> type, String key) {
        List<E> events = topics.events(type, key);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private ConsumerRecord<String, byte[]> record(String topic, String key) {
        return topics.records(topic).stream()
                .filter(heard -> key.equals(heard.key()))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
