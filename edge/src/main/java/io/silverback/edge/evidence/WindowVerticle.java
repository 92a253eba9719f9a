package io.silverback.edge.evidence;

import io.silverback.contracts.HealthEvent;
import io.silverback.edge.routing.Clock;
import io.vertx.core.AbstractVerticle;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Closes the windows in time, on a proxy's event loop: one that is stuck reports nothing. */
public final class WindowVerticle extends AbstractVerticle {

    private final Duration length;
    private final Clock clock;
    private final List<HealthWindow> windows;
    private final Consumer<HealthEvent> feed;

    public WindowVerticle(
            Duration length, Clock clock, List<HealthWindow> windows, Consumer<HealthEvent> feed) {
        this.length = length;
        this.clock = clock;
        this.windows = List.copyOf(windows);
        this.feed = feed;
    }

    @Override
    public void start() {
        vertx.setPeriodic(length.toMillis(), tick -> close());
    }

    private void close() {
        windows.forEach(window -> feed.accept(window.close(clock.now())));
    }
}
