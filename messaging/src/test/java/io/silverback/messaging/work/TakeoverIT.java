package io.silverback.messaging.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Jobs;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Transactions;
import io.silverback.messaging.database.Schema;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** A job outlives the process that took it. */
@QuarkusTest
@WithTestResource(EmbeddedKafka.class)
@WithTestResource(EmbeddedPostgres.class)
@WithTestResource(EmbeddedKeysets.class)
class TakeoverIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject Transactions transactions;
    @Inject Jobs jobs;
    @Inject Schema schema;
    @Inject Takeover takeover;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String uri;

    @Test
    void aJobWhoseWorkerIsKilledIsTakenOver() throws Exception {
        schema.ready().await().indefinitely();
        run(session -> jobs.enqueue(session, "takeover", "subject", 1, "{}"));
        Process worker = WorkerProcess.start(uri, schema.name(), Duration.ofSeconds(2));
        try {
            // Two lengths of the lease: without renewal it would be taken from the living.
            await().atMost(LONG)
                    .during(Duration.ofSeconds(4))
                    .until(() -> count("owner like '" + worker.pid() + "-%'") == 1);
        } finally {
            worker.destroyForcibly().waitFor();
        }
        assertThat(takeover.runs).isEmpty();
        takeover.wanted = true;

        await().atMost(LONG).until(() -> count("true") == 0);
        assertThat(takeover.runs).extracting(Job::subjectId).containsExactly("subject");
    }

    private long count(String condition) {
        return run(
                session ->
                        session.createNativeQuery(
                                        "select count(*) from job where kind = 'takeover' and "
                                                + condition,
                                        Long.class)
                                .getSingleResult());
    }

    private <T> T run(Function<Mutiny.Session, Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }

    /** Leaves the job to the other process until that one is dead. */
    @Singleton
    static class Takeover implements JobHandler {
        final List<Job> runs = new CopyOnWriteArrayList<>();
        volatile boolean wanted;

        @Override
        public String kind() {
            return "takeover";
        }

        @Override
        public Uni<Void> run(Job job, Lease lease) {
            if (!wanted) {
                return lease.suspendFor(Duration.ofMillis(200));
            }
            runs.add(job);
            return lease.complete(session -> Uni.createFrom().voidItem());
        }
    }
}
