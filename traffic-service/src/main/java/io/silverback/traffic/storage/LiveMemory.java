package io.silverback.traffic.storage;

import io.quarkus.runtime.StartupEvent;
import io.silverback.messaging.database.Background;
import io.silverback.messaging.database.Schema;
import io.silverback.messaging.database.Wakeups;
import io.silverback.traffic.canary.LiveCutovers;
import io.silverback.traffic.canary.RecordAwayException;
import io.silverback.traffic.canary.Retreats;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the unfinished cutovers in memory: by NOTIFY, and every second as the net. */
@ApplicationScoped
class LiveMemory {

    private static final long POLL_MILLIS = 1_000;

    private final CutoverStore store;
    private final LiveCutovers live;
    private final Retreats retreats;
    private final Schema schema;
    private final Wakeups wakeups;
    private final Background background;
    private final Vertx vertx;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    LiveMemory(
            CutoverStore store,
            LiveCutovers live,
            Retreats retreats,
            Schema schema,
            Wakeups wakeups,
            Background background,
            Vertx vertx) {
        this.store = store;
        this.live = live;
        this.retreats = retreats;
        this.schema = schema;
        this.wakeups = wakeups;
        this.background = background;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION - 100) StartupEvent event) {
        wakeups.on("silverback_cutover_" + schema.name(), payload -> refresh());
        vertx.setPeriodic(POLL_MILLIS, ignored -> refresh());
    }

    private void refresh() {
        again.set(true);
        if (schema.isReady() && running.compareAndSet(false, true)) {
            background.start("Refreshing the memory of cutovers", this::read);
        }
    }

    private Uni<Void> read() {
        again.set(false);
        return store.unfinished()
                .invoke(live::follow)
                .replaceWithVoid()
                .onFailure(RecordAwayException.class)
                .recoverWithNull()
                .chain(retreats::goOn)
                .onTermination()
                .invoke(this::done);
    }

    private void done() {
        running.set(false);
        if (again.get()) {
            refresh();
        }
    }
}
