package io.silverback.quickstart.clients;

import java.time.Duration;

/**
 * How many requests are due by when, and how many may be open.
 *
 * @param perSecond the rate after {@code up}
 * @param up how long the rate takes to rise evenly from none to that
 * @param atOnce the most requests that wait for their answers at the same time
 */
public record Load(int perSecond, Duration up, int atOnce) {

    /** In open loop: a slow answer delays no later request. */
    public static Load open(int perSecond, Duration up) {
        return new Load(perSecond, up, Integer.MAX_VALUE);
    }

    /** From this many clients, none of which sends a request before its last one was answered. */
    public Load ofClients(int clients) {
        return new Load(perSecond, up, clients);
    }

    /** All requests that are due when {@code passed} has gone by since the start. */
    long due(Duration passed) {
        double seconds = passed.toNanos() / 1e9;
        double rise = up.toNanos() / 1e9;
        double missed = seconds < rise ? seconds - seconds * seconds / (2 * rise) : rise / 2;
        return (long) (perSecond * (seconds - missed));
    }
}
