package io.silverback.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.messaging.database.Schema;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedKafka.class)
@WithTestResource(EmbeddedPostgres.class)
@WithTestResource(EmbeddedKeysets.class)
class JobsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject Jobs jobs;
    @Inject Transactions transactions;
    @Inject Work work;
    @Inject Schema schema;

    private final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void waitForTheSchema() {
        schema.ready().await().atMost(LONG);
    }

    @Test
    void runsAJobOnceAndEndsIt() {
        enqueue((job, lease) -> lease.complete(session -> Uni.createFrom().voidItem()));

        awaitEnd();
        assertThat(work.runsOf(subject))
                .singleElement()
                .satisfies(job -> assertThat(job.payload()).isEqualTo("{\"a\":1}"));
    }

    @Test
    void triesAgainAfterAFailureThatMayPass() {
        enqueue(
                (job, lease) ->
                        job.attempt() < 3
                                ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                                : Uni.createFrom().voidItem());

        awaitEnd();
        assertThat(work.runsOf(subject)).extracting(Job::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        enqueue(
                (job, lease) -> {
                    throw new IllegalStateException("never");
                });

        awaitEnd();
        assertThat(work.runsOf(subject)).hasSize(5);
        assertThat(work.givenUp).containsEntry(subject, "never");
    }

    @Test
    void givesUpAtOnceOnAPermanentFailure() {
        enqueue((job, lease) -> Uni.createFrom().failure(new PermanentFailure("no such gateway")));

        awaitEnd();
        assertThat(work.runsOf(subject)).hasSize(1);
        assertThat(work.givenUp).containsEntry(subject, "no such gateway");
    }

    @Test
    void takesASuspendedJobAgain() {
        AtomicBoolean suspended = new AtomicBoolean();
        enqueue(
                (job, lease) ->
                        suspended.compareAndSet(false, true)
                                ? lease.suspendFor(Duration.ofMillis(100))
                                : Uni.createFrom().voidItem());

        awaitEnd();
        assertThat(work.runsOf(subject)).extracting(Job::attempt).containsExactly(1, 1);
    }

    @Test
    void cancellingARunningJobTakesItsLease() {
        CompletableFuture<Lease> held = new CompletableFuture<>();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        enqueue(
                (job, lease) -> {
                    held.complete(lease);
                    return Uni.createFrom()
                            .<Void>nothing()
                            .onCancellation()
                            .invoke(() -> cancelled.complete(null));
                });
        assertThat(held).succeedsWithin(LONG);
        assertThat(held.join().isHeld()).isTrue();

        run(session -> jobs.cancel(session, subject));

        assertThat(cancelled).succeedsWithin(LONG);
        assertThat(held.join().isHeld()).isFalse();
    }

    @Test
    void anOwnerWhoseJobWasTakenCanChangeNothing() {
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        enqueue(
                (job, lease) ->
                        job.payload().isEmpty()
                                ? Uni.createFrom().voidItem()
                                : transactions
                                        .run(this::takeAway)
                                        .chain(() -> lease.inTransaction(this::touch))
                                        .onFailure()
                                        .invoke(refused::complete));

        assertThat(refused).succeedsWithin(LONG);
        assertThat(refused.join()).isInstanceOf(LeaseLost.class);
        awaitEnd();
        assertThat(count("select count(*) from effect where subject = :s")).isZero();
    }

    @Test
    void cancellingWaitsForNoJobThatWaitsForTheSameRows() {
        CompletableFuture<Void> locked = new CompletableFuture<>();
        CompletableFuture<Lease> held = new CompletableFuture<>();
        enqueue(
                (job, lease) -> {
                    held.complete(lease);
                    return Uni.createFrom()
                            .completionStage(locked)
                            .chain(() -> lease.complete(this::lockRows));
                });

        run(
                session ->
                        lockRows(session)
                                .invoke(() -> locked.complete(null))
                                .chain(() -> untilSomebodyWaits(session))
                                .chain(() -> jobs.cancel(session, subject)));

        awaitEnd();
        assertThat(held.join().isHeld()).isFalse();
    }

    private Uni<Void> lockRows(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext(:s)) as text)", String.class)
                .setParameter("s", subject)
                .getResultList()
                .replaceWithVoid();
    }

    private Uni<Void> untilSomebodyWaits(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                + " and objid = cast(cast(hashtext(:s) as bit(32)) as bigint)",
                        Long.class)
                .setParameter("s", subject)
                .getSingleResult()
                .repeat()
                .until(waiting -> waiting > 0)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> takeAway(Mutiny.Session session) {
        return session.createNativeQuery(
                        "update job set token = token + 1, payload = '', lease_until = null"
                                + " where subject_id = :s")
                .setParameter("s", subject)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> touch(Mutiny.Session session) {
        return session.createNativeQuery(
                        "insert into effect (event_id, subject) values ('none', :s)")
                .setParameter("s", subject)
                .executeUpdate()
                .replaceWithVoid();
    }

    private void enqueue(BiFunction<Job, Lease, Uni<Void>> script) {
        work.scripts.put(subject, script);
        run(session -> jobs.enqueue(session, "work", subject, 1, "{\"a\":1}"));
    }

    private void awaitEnd() {
        await().atMost(LONG)
                .untilAsserted(
                        () ->
                                assertThat(count("select count(*) from job where subject_id = :s"))
                                        .isZero());
    }

    private long count(String query) {
        return run(
                session ->
                        session.createNativeQuery(query, Long.class)
                                .setParameter("s", subject)
                                .getSingleResult());
    }

    private <T> T run(Function<Mutiny.Session, Uni<T>> inTransaction) {
        return transactions.run(inTransaction).await().atMost(LONG);
    }
}
