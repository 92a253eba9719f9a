package io.silverback.messaging.work;

import io.quarkus.arc.All;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Transactions;
import io.silverback.messaging.database.Background;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes jobs while there is room, and starts a run for each. */
@ApplicationScoped
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final Map<String, JobHandler> handlers;
    private final JobTable table;
    private final JobSettings settings;
    private final Background background;
    private final Transactions transactions;
    private final Vertx vertx;
    private final Set<JobRun> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean taking = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;

    Worker(
            @All List<JobHandler> handlers,
            JobTable table,
            JobSettings settings,
            Background background,
            Transactions transactions,
            Vertx vertx) {
        this.handlers =
                handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        this.table = table;
        this.settings = settings;
        this.background = background;
        this.transactions = transactions;
        this.vertx = vertx;
    }

    /** There may be a job to take, or room for one. */
    public void wake() {
        if (handlers.isEmpty() || stopped) {
            return;
        }
        again.set(true);
        if (taking.compareAndSet(false, true)) {
            background.start("Taking jobs", this::takeAll);
        }
    }

    /** Jobs were cancelled; ours may be among them. */
    public void checkLeases() {
        running.forEach(JobRun::renew);
    }

    /** Takes no more jobs. */
    public void stop() {
        stopped = true;
    }

    private Uni<Void> takeAll() {
        again.set(false);
        int room = settings.concurrency() - running.size();
        return (room <= 0
                        ? Uni.createFrom().item(List.<TakenJob>of())
                        : table.take(handlers.keySet(), room, settings.lease()))
                .invoke(jobs -> jobs.forEach(this::start))
                .onFailure()
                .invoke(cause -> LOG.debugf("No jobs taken: %s", cause.getMessage()))
                .onFailure()
                .recoverWithItem(List.of())
                .invoke(this::taken)
                .replaceWithVoid();
    }

    private void taken(List<TakenJob> jobs) {
        taking.set(false);
        if (again.get() && running.size() < settings.concurrency()) {
            wake();
        }
    }

    private void start(TakenJob taken) {
        JobHandler handler = Objects.requireNonNull(handlers.get(taken.job().kind()));
        HeldLease lease = new HeldLease(taken, settings.lease(), table, transactions);
        JobRun run =
                new JobRun(taken, handler, lease, table, settings, background, vertx, this::ended);
        running.add(run);
        run.start();
    }

    private void ended(JobRun run) {
        running.remove(run);
        wake();
        if (run.againAfterMillis() > 0) {
            vertx.setTimer(run.againAfterMillis(), ignored -> wake());
        }
    }
}
