package io.silverback.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands where it was set. */
public class StoppedClock extends Clock {
    private volatile Instant now;

    /** Stands at a moment. */
    public StoppedClock(Instant now) {
        this.now = now;
    }

    /** Stands at another moment from now on. */
    public final void set(Instant instant) {
        now = instant;
    }

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public final Instant instant() {
        return now;
    }
}
