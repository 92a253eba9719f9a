package io.silverback.simulator;

import io.silverback.simulator.nodes.Time;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;

/** A clock, and the event loop's timers. */
record RealTime(Vertx vertx, Clock clock) implements Time {
    @Override
    public void after(Duration delay, Runnable task) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> task.run());
    }
}
