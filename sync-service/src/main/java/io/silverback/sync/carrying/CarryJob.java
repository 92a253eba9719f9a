package io.silverback.sync.carrying;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Jobs;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Measurements;
import io.silverback.sync.carrying.RuntimeRows.Batch;
import io.silverback.sync.carrying.RuntimeRows.Carriage;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Plans;
import io.silverback.sync.migration.Synced;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries a plan's runtime rows over, a cycle for each run, and says how far they are behind.
 * Begins when {@code _estate} is synced by rows and ends with it.
 */
@ApplicationScoped
class CarryJob implements JobHandler {

    private static final Logger LOG = Logger.getLogger(CarryJob.class);

    /** While no workspace of the plan has rows on green. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Plans plans;
    private final RuntimeRows rows;
    private final CarriedUpTo carriedUpTo;
    private final Measurements measurements;
    private final MeterRegistry meters;
    private final Jobs jobs;
    private final Duration interval;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Double> lags = new ConcurrentHashMap<>();

    CarryJob(
            Plans plans,
            RuntimeRows rows,
            CarriedUpTo carriedUpTo,
            Measurements measurements,
            MeterRegistry meters,
            Jobs jobs,
            @ConfigProperty(name = "silverback.runtime-rows.interval", defaultValue = "2s")
                    Duration interval) {
        this.plans = plans;
        this.rows = rows;
        this.carriedUpTo = carriedUpTo;
        this.measurements = measurements;
        this.meters = meters;
        this.jobs = jobs;
        this.interval = interval;
    }

    @Override
    public String kind() {
        return Synced.CARRY_JOB;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        return plans.find(lease, job.subjectId()).chain(plan -> run(plan, job, lease));
    }

    /** Rows whose plan is under way are never left alone. */
    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        return lease.complete(
                session ->
                        jobs.enqueue(
                                session, kind(), job.subjectId(), job.generation(), job.payload()));
    }

    private Uni<Void> run(Plan plan, Job job, Lease lease) {
        Case estate = Objects.requireNonNull(plan.cases().get(job.subjectId()));
        boolean ours =
                estate.state() instanceof Synced synced && synced.generation() == job.generation();
        if (!ours) {
            return Uni.createFrom().voidItem();
        }
        Shares shares = Shares.of(estate.request(), plan);
        return shares.haveClients()
                ? carriedUpTo
                        .of(lease, shares.members())
                        .chain(upTo -> cycle(estate.request(), shares, upTo, lease))
                        .chain(() -> lease.suspendFor(interval))
                : lease.suspendFor(IDLE);
    }

    private Uni<Void> cycle(
            MigrationRequested request, Shares shares, Map<String, Instant> upTo, Lease lease) {
        return carry(request, shares.running(upTo), lease, true)
                .chain(() -> carry(request, shares.joining(upTo), lease, false));
    }

    private Uni<Void> carry(
            MigrationRequested request, Optional<Batch> batch, Lease lease, boolean tells) {
        return batch.map(one -> carry(request, one, lease, tells))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> carry(MigrationRequested request, Batch batch, Lease lease, boolean tells) {
        return rows.carry(batch)
                .call(carriage -> carriedUpTo.note(lease, batch.members(), carriage.upTo()))
                .invoke(carriage -> count(request, carriage))
                .chain(
                        carriage ->
                                tells
                                        ? say(request, carriage.upTo(), carriage.lag(), null)
                                        : Uni.createFrom().voidItem())
                .onFailure(NotCarriedException.class)
                .recoverWithUni(failure -> behind(request, batch, failure));
    }

    private Uni<Void> behind(MigrationRequested request, Batch batch, Throwable failure) {
        LOG.warnf("Runtime rows of plan %s: %s", request.planName(), failure.getMessage());
        Duration lag = Duration.between(batch.since(), clock.instant());
        return say(request, batch.since(), lag, failure.getMessage());
    }

    private void count(MigrationRequested request, Carriage carriage) {
        meters.counter("silverback.runtime.rows.carried", "green", request.green())
                .increment(carriage.rows());
        if (carriage.left() > 0) {
            LOG.warnf(
                    "Runtime rows of plan %s: %d refer to what is not on green and are tried again.",
                    request.planName(), carriage.left());
        }
    }

    private Uni<Void> say(
            MigrationRequested request, Instant from, Duration lag, @Nullable String reason) {
        double seconds = lag.toMillis() / 1000.0;
        lags.put(request.green(), seconds);
        meters.gauge(
                "silverback.runtime.rows.lag.seconds",
                Tags.of("green", request.green()),
                lags,
                all -> all.getOrDefault(request.green(), 0.0));
        HealthEvent event =
                new HealthEvent(
                        request.green(),
                        HealthEvent.runtimeSource(request.planId()),
                        null,
                        from,
                        clock.instant(),
                        0,
                        0,
                        Map.of(),
                        null,
                        reason,
                        seconds);
        return measurements.publish(request.green(), request.green(), event);
    }
}
