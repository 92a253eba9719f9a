package io.silverback.dump;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.TransportChoice;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafka.class)
@QuarkusTestResource(EmbeddedPostgres.class)
@QuarkusTestResource(EmbeddedKeysets.class)
@QuarkusTestResource(Kongs.class)
class DumpServiceTest {

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

    @Test
    void dumpsTheEstateAfterGoAndTheWorkspaceAfterTheEstateIsSynced() {
        List<MigrationRequested> plan = Requests.plan(true, "payments");
        request(plan);
        GoNoGo open = openGate(plan.get(0));
        assertThat(open.evidence()).containsKey("workspace payments").containsKey("version");
        assertThat(open.evidence().get("workspace payments")).startsWith("7 entities");

        decide(open);
        ConfigDumped estate = dumpOf(plan.get(0));
        assertThat(estate.generation()).isEqualTo(1);
        assertThat(estate.counts()).containsEntry("workspaces", 1);
        assertThat(topics.events(ConfigDumped.class, plan.get(1).migrationId())).isEmpty();

        topics.publish("sync", plan.get(0).migrationId(), "_estate", synced(plan.get(0), 1));
        ConfigDumped payments = dumpOf(plan.get(1));
        assertThat(payments.counts())
                .containsEntry("services", 1)
                .containsEntry("routes", 2)
                .containsEntry("consumers", 1);
        assertThat(payments.artefacts())
                .extracting(artefact -> artefact.name())
                .containsExactly("payments.yaml", "payments.rbac.yaml", "payments.supplement.json");
        given().get("/migrations/" + plan.get(1).migrationId())
                .then()
                .statusCode(200)
                .body("state", equalTo("dumped"), "gatewayVersion", equalTo("3.3.1"));
    }

    @Test
    void aWorkspaceThatIsNotOnBlueEndsWithFieldAndReasonAndTheOthersGoOn() {
        List<MigrationRequested> plan = Requests.plan(true, "payments", "paymentz");
        request(plan);
        MigrationEnded ended = endOf(plan.get(2));
        assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended.field()).isEqualTo("workspaces[1]");
        assertThat(ended.reason()).contains("paymentz").contains("blue");
        assertThat(openGate(plan.get(0)).evidence().get("workspace paymentz")).startsWith("failed");
        assertThat(topics.events(Rollback.class, plan.get(2).migrationId())).isEmpty();
    }

    @Test
    void anAdminApiThatAnswersHtmlIsNamedWithUrlAndCause() {
        List<MigrationRequested> plan = Requests.planOn("html", "green", "payments");
        request(plan);
        MigrationEnded ended = endOf(plan.get(0));
        assertThat(ended.reason())
                .contains("Gateway html")
                .contains("http://127.0.0.1:")
                .doesNotContain("Sign in");
        assertThat(topics.events(Rollback.class, plan.get(0).migrationId())).hasSize(1);
    }

    @Test
    void gatewaysOfTwoVersionsAreRefused() {
        List<MigrationRequested> plan = Requests.planOn("blue", "newer", "payments");
        request(plan);
        MigrationEnded ended = endOf(plan.get(0));
        assertThat(ended.field()).isEqualTo("green");
        assertThat(ended.reason()).contains("3.3.1").contains("3.4.2").contains("newer");
    }

    @Test
    void rowsAreRefusedWhereNoDatabaseIsRegistered() {
        List<MigrationRequested> plan = Requests.plan(true, TransportChoice.ROWS, "payments");
        request(plan);
        assertThat(endOf(plan.get(0)).field()).isEqualTo("transport");
    }

    @Test
    void theSameEventsTwiceHaveOneEffect() {
        List<MigrationRequested> plan = Requests.plan(true, "payments");
        plan.forEach(request -> twice("console", request.migrationId(), request));
        GoNoGo open = openGate(plan.get(0));
        twice("console", open.subjectId(), go(open));
        twice("sync", open.subjectId(), synced(plan.get(0), dumpOf(plan.get(0)).generation()));
        dumpOf(plan.get(1));
        assertThat(topics.events(GoNoGo.class, open.subjectId()))
                .filteredOn(event -> event.status() == GoNoGo.Status.OPEN)
                .hasSize(1);
        assertThat(topics.events(ConfigDumped.class, plan.get(0).migrationId())).hasSize(1);
        assertThat(topics.events(ConfigDumped.class, plan.get(1).migrationId())).hasSize(1);
    }

    @Test
    void aRollbackThatComesBeforeItsMigrationIsKeptAndBlocksIt() {
        List<MigrationRequested> plan = Requests.plan(true, "payments");
        String id = plan.get(1).migrationId();
        topics.publish(
                "console",
                id,
                "payments",
                new Rollback(id, null, Map.of(), "requested", "no", null, "operator", false));
        request(plan);
        waiting()
                .untilAsserted(
                        () ->
                                given().get("/migrations/" + id)
                                        .then()
                                        .body("state", equalTo("rolled-back")));
    }

    @Test
    void whatIsNotKnownIsAProblem() {
        given().get("/migrations/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:silverback:problem:not-found"));
    }

    @Test
    void isReadyWithTheArtefactStore() {
        waiting()
                .untilAsserted(
                        () ->
                                given().get("/q/health/ready")
                                        .then()
                                        .statusCode(200)
                                        .body(
                                                "checks.name",
                                                org.hamcrest.Matchers.hasItem("artefact store")));
    }

    private void request(List<MigrationRequested> plan) {
        plan.forEach(
                request ->
                        topics.publish(
                                "console", request.migrationId(), request.workspace(), request));
    }

    private void twice(String publisher, String key, io.silverback.contracts.Event event) {
        ProducerRecord<String, byte[]> record = topics.record(publisher, key, "subject", event);
        topics.send(record);
        topics.send(record);
    }

    private GoNoGo openGate(MigrationRequested estate) {
        return waiting()
                .until(
                        () -> topics.events(GoNoGo.class, estate.migrationId()),
                        events -> !events.isEmpty())
                .get(0);
    }

    private void decide(GoNoGo open) {
        topics.publish("console", open.subjectId(), "_estate", go(open));
    }

    private static GoNoGo go(GoNoGo open) {
        return new GoNoGo(
                open.subjectId(),
                open.planId(),
                open.planHash(),
                open.gate(),
                null,
                GoNoGo.Status.GO,
                0,
                Map.of(),
                open.evidenceHash(),
                "criteria",
                null);
    }

    private static ConfigSynced synced(MigrationRequested request, long generation) {
        return new ConfigSynced(
                request.migrationId(),
                request.workspace(),
                request.planHash(),
                generation,
                Map.of(),
                "f",
                List.of(),
                List.of());
    }

    private ConfigDumped dumpOf(MigrationRequested request) {
        return waiting()
                .until(
                        () -> topics.events(ConfigDumped.class, request.migrationId()),
                        events -> !events.isEmpty())
                .get(0);
    }

    private MigrationEnded endOf(MigrationRequested request) {
        return waiting()
                .until(
                        () -> topics.events(MigrationEnded.class, request.migrationId()),
                        events -> !events.isEmpty())
                .get(0);
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
