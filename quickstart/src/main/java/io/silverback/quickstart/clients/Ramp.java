package io.silverback.quickstart.clients;

import java.time.Duration;

/**
 * How many requests are due by when.
 *
 * @param perSecond the rate after {@code up}
 * @param up how long the rate takes to rise evenly from none to that
 */
record Ramp(int perSecond, Duration up) {

    /** All requests that are due when {@code passed} has gone by since the start. */
    long due(Duration passed) {
        double seconds = passed.toNanos() / 1e9;
        double rise = up.toNanos() / 1e9;
        double missed = seconds < rise ? seconds - seconds * seconds / (2 * rise) : rise / 2;
        return (long) (perSecond * (seconds - missed));
    }
}
