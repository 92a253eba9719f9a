package io.silverback.traffic.storage;

import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Jobs;
import io.silverback.messaging.Lease;
import io.silverback.traffic.canary.CanaryDriver;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Drives one cutover as long as its lease lasts. */
@ApplicationScoped
class CanaryJob implements JobHandler {

    static final String KIND = "canary";

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CanaryDriver driver;
    private final CutoverStore store;
    private final Jobs jobs;

    CanaryJob(CanaryDriver driver, CutoverStore store, Jobs jobs) {
        this.driver = driver;
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        return driver.drive(job.subjectId(), new LeasedTenure(lease, store, job.subjectId()))
                .chain(
                        ending ->
                                ending == CanaryDriver.Ending.OVER
                                        ? Uni.createFrom().voidItem()
                                        : lease.suspendFor(PAUSE));
    }

    /** A cutover under way is never left alone. */
    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        return lease.complete(
                session -> jobs.enqueue(session, KIND, job.subjectId(), 0, job.payload()));
    }
}
