package io.silverback.traffic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.CanaryAdvanced;
import io.silverback.contracts.CanaryHeld;
import io.silverback.contracts.CutoverCompleted;
import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationProgress;
import io.silverback.contracts.OperatorCommand;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import io.silverback.contracts.TestsPassed;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import io.silverback.traffic.canary.Samples;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real broker and database, and an edge that only pretends. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafka.class)
@QuarkusTestResource(EmbeddedPostgres.class)
@QuarkusTestResource(EmbeddedKeysets.class)
@QuarkusTestResource(FakeEdge.class)
class CutoverFlowTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Mutiny.SessionFactory database;

    private final String id = UUID.randomUUID().toString();
    private final String member = id + "-payments";
    private final String estate = id + "-estate";
    private Topics topics;
    private ClientTraffic traffic;

    @BeforeEach
    void start() {
        FakeEdge.reset();
        topics = Topics.ofTheApplication();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        traffic = new ClientTraffic(topics);
    }

    @AfterEach
    void stop() {
        rollBack(null, id);
        await().atMost(SOON)
                .until(() -> state() == null || state().matches("completed|rolled-back"));
        traffic.close();
        topics.close();
    }

    private String state() {
        return given().get("/cutovers/" + id).jsonPath().getString("state");
    }

    private void request(Duration minimumWait) {
        CutoverRequested request =
                Samples.request(id, minimumWait, Duration.ofSeconds(1), 1, 10, 100);
        topics.publish("console", id, request.name(), request);
    }

    private void pass(String migrationId, String workspace) {
        TestsPassed passed =
                new TestsPassed(
                        migrationId,
                        workspace,
                        "hash",
                        1,
                        new ArtefactReference(
                                "report", URI.create("file-store://default/r/1/r"), "a", "b", 1),
                        new TestsPassed.Probes(2, 2, 0),
                        new TestsPassed.Parity(10, 0),
                        new TestsPassed.Coverage(2, 2),
                        new TestsPassed.Logins(1, 0, 0));
        topics.publish("verify", migrationId, workspace, passed);
    }

    private GoNoGo gate() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(GoNoGo.class, id)).isNotEmpty());
        return topics.events(GoNoGo.class, id).get(0);
    }

    private void go() {
        GoNoGo open = gate();
        GoNoGo go =
                new GoNoGo(
                        id,
                        open.planId(),
                        open.planHash(),
                        open.gate(),
                        open.step(),
                        GoNoGo.Status.GO,
                        0,
                        open.evidence(),
                        open.evidenceHash(),
                        "criteria",
                        null);
        topics.publish("console", id, id, go);
    }

    /** Up to {@code weight}, where it stays for a while. */
    private void shiftTo(int weight) {
        request(Duration.ofSeconds(weight == 1 ? 600 : 2));
        pass(estate, "_estate");
        pass(member, "payments");
        go();
        awaitWeight(weight);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(CanaryAdvanced.class, id))
                                        .extracting(CanaryAdvanced::to)
                                        .contains(new BigDecimal(weight + ".00")));
    }

    private void awaitWeight(int weight) {
        await().atMost(SOON).until(() -> FakeEdge.weight().intValue() == weight);
    }

    private void rollBack(String migrationId, String cutoverId) {
        topics.publish(
                "console",
                migrationId == null ? cutoverId : migrationId,
                "payments",
                new Rollback(
                        migrationId,
                        cutoverId,
                        Map.of(),
                        "canary",
                        "we want back",
                        null,
                        "me",
                        false));
    }

    /** Topics keep no order among each other: only the database tells what was heard. */
    private boolean isKept(String subjectId) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () ->
                        database.withSession(
                                session ->
                                        session.createNativeQuery(
                                                        "select exists (select from kept_rollback"
                                                                + " where subject_id = :id)",
                                                        Boolean.class)
                                                .setParameter("id", subjectId)
                                                .getSingleResult()));
    }

    private RolledBack rolledBack() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(RolledBack.class, id)).hasSize(1));
        return topics.events(RolledBack.class, id).get(0);
    }

    private MigrationEnded.Outcome ended(String migrationId) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(MigrationEnded.class, migrationId))
                                        .hasSize(1));
        return topics.events(MigrationEnded.class, migrationId).get(0).outcome();
    }

    @Test
    void goesFromPassedTestsToCompletedInTheWrongOrderOfEvents() {
        pass(member, "payments");
        pass(estate, "_estate");
        request(Duration.ofMillis(300));
        assertThat(gate().evidence()).containsKeys("payments", "_estate");
        go();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(topics.events(CutoverCompleted.class, id)).hasSize(1));
        assertThat(topics.events(CanaryAdvanced.class, id))
                .extracting(advanced -> advanced.to().intValue())
                .containsExactly(1, 10, 100);
        assertThat(ended(member)).isEqualTo(MigrationEnded.Outcome.COMPLETED);
        assertThat(ended(estate)).isEqualTo(MigrationEnded.Outcome.COMPLETED);
        FakeEdge.Change last = FakeEdge.CHANGES.get(FakeEdge.CHANGES.size() - 1);
        assertThat(last.weight().intValue()).isEqualTo(100);
        assertThat(last.leased()).as("100 %% is for good").isFalse();
        assertThat(topics.events(MigrationProgress.class, id))
                .anyMatch(told -> told.evidence().green().requests() > 0);
    }

    @Test
    void givesTrafficBackAtOnceOnAnUnhealthyWord() {
        shiftTo(1);
        Instant cause = Instant.now();
        topics.publish(
                "edge",
                "green",
                "green",
                Samples.word("green", HealthEvent.Verdict.UNHEALTHY, cause));
        awaitWeight(0);
        RolledBack rolledBack = rolledBack();
        RolledBack.RouterOutcome router = rolledBack.routers().get(0);
        assertThat(router.readBack()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(Duration.between(cause, router.readBackAt())).isLessThan(Duration.ofSeconds(1));
        assertThat(router.observedWeight()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(router.openStreams()).isZero();
        assertThat(rolledBack.reason()).contains("it hurts");
        assertThat(ended(member)).isEqualTo(MigrationEnded.Outcome.ROLLED_BACK);
    }

    @Test
    void findsABrokenGreenByTheEdgesOwnCounts() {
        shiftTo(10);
        traffic.breakGreen();
        awaitWeight(0);
        assertThat(rolledBack().reason()).contains("green fails");
    }

    @Test
    void aRollbackOfOneMigrationRollsTheCutoverBack() {
        shiftTo(1);
        rollBack(member, null);
        awaitWeight(0);
        assertThat(rolledBack().requestedBy()).isEqualTo("me");
    }

    @Test
    void aRollbackOfSomethingUnknownIsKeptAndBlocksIt() {
        rollBack(member, null);
        await().atMost(SOON).untilAsserted(() -> assertThat(isKept(member)).isTrue());
        pass(estate, "_estate");
        pass(member, "payments");
        request(Duration.ZERO);
        rolledBack();
        assertThat(topics.events(GoNoGo.class, id)).isEmpty();
        assertThat(FakeEdge.CHANGES).allMatch(change -> change.weight().signum() == 0);
    }

    @Test
    void aFailedMigrationEndsTheCutover() {
        request(Duration.ZERO);
        topics.publish(
                "dump",
                member,
                "payments",
                new MigrationEnded(
                        member, "payments", "hash", 0, MigrationEnded.Outcome.FAILED, null, "no"));
        assertThat(rolledBack().reason()).isEqualTo("migration of payments ended: no");
        assertThat(topics.events(MigrationEnded.class, member)).hasSize(1);
    }

    @Test
    void aWeightSetByHandIsAdoptedAndHeldUntilSomebodyResumes() {
        shiftTo(1);
        FakeEdge.setByHand(0);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(CanaryHeld.class, id))
                                        .anyMatch(held -> held.why().contains("set by hand")));
        assertThat(FakeEdge.weight()).isEqualByComparingTo(BigDecimal.ZERO);
        topics.publish(
                "console",
                id,
                id,
                new OperatorCommand(
                        UUID.randomUUID().toString(),
                        OperatorCommand.Verb.RESUME,
                        id,
                        Map.of(),
                        "me",
                        null));
        awaitWeight(1);
    }

    @Test
    void aSilentSourceHolds() {
        shiftTo(1);
        traffic.fallSilent();
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(CanaryHeld.class, id))
                                        .anyMatch(held -> held.why().contains("silent")));
    }

    @Test
    void anOperatorRollsBackWithoutTheTopics() {
        shiftTo(1);
        given().contentType(ContentType.JSON)
                .body(Map.of("cutover", "public-api-" + id, "reason", "now", "by", "me"))
                .post("/rollbacks")
                .then()
                .statusCode(200)
                .body("routers[0].router", Matchers.equalTo("edge"))
                .body("routers[0].readBack", Matchers.equalTo(0.0f))
                .body("recorded", Matchers.equalTo(true));
        assertThat(FakeEdge.weight()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(rolledBack().reason()).isEqualTo("now");
    }

    @Test
    void aRouterThatRefusesIsAskedUntilItDoesNot() {
        shiftTo(1);
        FakeEdge.refuse(true);
        rollBack(null, id);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(CanaryHeld.class, id))
                                        .anyMatch(h -> h.status() == CanaryHeld.Status.STUCK));
        FakeEdge.refuse(false);
        awaitWeight(0);
        rolledBack();
    }

    @Test
    void answersProblemsAsProblems() {
        given().get("/cutovers/unknown")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", Matchers.equalTo("urn:silverback:problem:not-found"));
        given().contentType(ContentType.JSON)
                .body(Map.of("cutover", "unknown"))
                .post("/rollbacks")
                .then()
                .statusCode(404);
    }

    @Test
    void impossibleMeasurementsLandOnTheDeadLetterTopic() {
        Instant now = Instant.now();
        topics.publish("edge", "green", "green", Samples.window("green", now, -1, 0, 1));
        await().atMost(SOON).until(() -> !topics.records("health-events-dlq").isEmpty());
    }
}
