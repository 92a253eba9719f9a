package io.silverback.messaging.work;

import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.LeaseLost;
import io.silverback.messaging.PermanentFailure;
import io.silverback.messaging.database.Background;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One run of one taken job, with the renewal of its lease. */
final class JobRun {
    private static final Logger LOG = Logger.getLogger(JobRun.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private final TakenJob taken;
    private final JobHandler handler;
    private final HeldLease lease;
    private final JobTable table;
    private final JobSettings settings;
    private final Background background;
    private final Vertx vertx;
    private final Consumer<JobRun> ended;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private long heartbeat;
    private volatile long againAfterMillis;
    private volatile @Nullable Cancellable running;

    JobRun(
            TakenJob taken,
            JobHandler handler,
            HeldLease lease,
            JobTable table,
            JobSettings settings,
            Background background,
            Vertx vertx,
            Consumer<JobRun> ended) {
        this.taken = taken;
        this.handler = handler;
        this.lease = lease;
        this.table = table;
        this.settings = settings;
        this.background = background;
        this.vertx = vertx;
        this.ended = ended;
    }

    void start() {
        heartbeat = vertx.setPeriodic(settings.lease().toMillis() / 3, ignored -> renew());
        running = background.start("Job " + job().kind(), taken.traceparent(), this::run);
    }

    private Job job() {
        return taken.job();
    }

    private Uni<Void> run() {
        return Uni.createFrom()
                .<Void>deferred(this::work)
                .chain(this::completeUnlessOver)
                .onFailure(LeaseLost.class)
                .recoverWithNull()
                .onFailure()
                .recoverWithUni(this::failed)
                .onTermination()
                .invoke(this::end);
    }

    private Uni<Void> work() {
        return taken.givenUp()
                ? giveUp(new PermanentFailure(String.valueOf(taken.failure())))
                : handler.run(job(), lease);
    }

    private Uni<Void> completeUnlessOver() {
        return lease.isOver()
                ? Uni.createFrom().voidItem()
                : lease.complete(session -> Uni.createFrom().voidItem());
    }

    private Uni<Void> failed(Throwable cause) {
        if (lease.isOver()) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf(
                cause,
                "Job failed: kind=%s subjectId=%s attempt=%d",
                job().kind(),
                job().subjectId(),
                job().attempt());
        boolean last = cause instanceof PermanentFailure || job().attempt() >= settings.attempts();
        return last && !taken.givenUp()
                ? table.giveUp(taken, reason(cause))
                        .chain(lease::mustBeOurs)
                        .chain(() -> giveUp(cause))
                        .chain(this::completeUnlessOver)
                        .onFailure()
                        .recoverWithUni(this::later)
                : later(cause);
    }

    private Uni<Void> giveUp(Throwable cause) {
        return handler.gaveUp(job(), cause, lease);
    }

    private Uni<Void> later(Throwable cause) {
        if (lease.isOver()) {
            return Uni.createFrom().voidItem();
        }
        Duration delay = backOff();
        againAfterMillis = delay.toMillis();
        lease.lose();
        return table.giveBack(taken, delay, job().attempt()).replaceWithVoid();
    }

    private Duration backOff() {
        Duration wait = settings.backOff().multipliedBy(1L << Math.min(job().attempt() - 1, 10));
        return wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
    }

    /** Asks the database whether the job is still ours, for longer; cancels the run if not. */
    void renew() {
        if (!lease.isOver() && renewing.compareAndSet(false, true)) {
            background.start("Renewing a lease", this::renewLease);
        }
    }

    private Uni<Void> renewLease() {
        return lease.renew()
                .invoke(this::cancelUnless)
                .onFailure()
                .invoke(cause -> LOG.warnf("Lease not renewed: %s", cause.getMessage()))
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> renewing.set(false))
                .replaceWithVoid();
    }

    private void cancelUnless(boolean ours) {
        Cancellable run = running;
        if (!ours && run != null) {
            run.cancel();
        }
    }

    private void end() {
        vertx.cancelTimer(heartbeat);
        ended.accept(this);
    }

    /** After how many milliseconds the job may be taken again; 0 for never. */
    long againAfterMillis() {
        return Math.max(againAfterMillis, lease.suspendedMillis());
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
