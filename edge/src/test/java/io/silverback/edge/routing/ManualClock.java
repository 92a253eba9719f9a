package io.silverback.edge.routing;

import java.time.Duration;
import java.time.Instant;

/** A clock that goes when a test says so; its wall clock may jump alone. */
public final class ManualClock implements Clock {

    private volatile long nanos = Long.MAX_VALUE - 1_000;
    private volatile Instant wall = Instant.parse("2026-11-22T10:00:00Z");

    public void advance(Duration duration) {
        nanos += duration.toNanos();
        wall = wall.plus(duration);
    }

    public void jumpWallClock(Duration duration) {
        wall = wall.plus(duration);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Moment now() {
        return new Moment(nanos, wall);
    }
}
