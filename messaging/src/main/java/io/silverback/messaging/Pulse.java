package io.silverback.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.silverback.messaging.database.Background;
import io.silverback.messaging.database.Schema;
import io.silverback.messaging.database.Wakeups;
import io.silverback.messaging.relay.Relay;
import io.silverback.messaging.work.Worker;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts relay and workers once the schema is there: by NOTIFY, and every second as the net. */
@ApplicationScoped
class Pulse {
    private static final long POLL_MILLIS = 1_000;

    private final Background background;
    private final Schema schema;
    private final Wakeups wakeups;
    private final Relay relay;
    private final Worker worker;
    private final WarmUp warmUp;
    private final Vertx vertx;
    private volatile boolean stopped;

    Pulse(
            Background background,
            Schema schema,
            Wakeups wakeups,
            Relay relay,
            Worker worker,
            WarmUp warmUp,
            Vertx vertx) {
        this.background = background;
        this.schema = schema;
        this.wakeups = wakeups;
        this.relay = relay;
        this.worker = worker;
        this.warmUp = warmUp;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        wakeups.on("silverback_outbox_" + schema.name(), relay::wake);
        wakeups.on("silverback_job_" + schema.name(), this::wakeWorker);
        background.start(
                "Start of messaging", () -> schema.ready().invoke(this::beat).chain(warmUp::run));
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        wakeups.stop();
        worker.stop();
    }

    private void wakeWorker(String payload) {
        if (payload.equals(Jobs.CANCELLED)) {
            worker.checkLeases();
        } else {
            worker.wake();
        }
    }

    private void beat() {
        wakeups.start();
        vertx.setPeriodic(POLL_MILLIS, ignored -> poll());
    }

    private void poll() {
        if (stopped) {
            return;
        }
        worker.wake();
        background.start("Outbox poll", this::pollOutbox);
    }

    private Uni<Void> pollOutbox() {
        return relay.poll().onFailure().recoverWithNull();
    }
}
