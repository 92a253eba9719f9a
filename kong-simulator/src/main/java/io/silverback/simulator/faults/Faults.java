package io.silverback.simulator.faults;

import java.util.Random;

/** The faults of one port. What happens to a request is drawn from a seeded source. */
public final class Faults {
    private volatile Setting setting = Setting.NONE;
    private final Random random;

    /** No faults yet; the same seed gives the same sequence. */
    public Faults(long seed) {
        this.random = new Random(seed);
    }

    /** What is wrong with a port. Rates are shares of the requests, 0 to 1. */
    public record Setting(long latencyMillis, double errorRate, int errorStatus, double resetRate) {
        /** Nothing is wrong. */
        public static final Setting NONE = new Setting(0, 0, 500, 0);

        boolean isNone() {
            return latencyMillis == 0 && errorRate == 0 && resetRate == 0;
        }
    }

    /** What happens to one request. */
    public record Fate(long delayMillis, boolean reset, int errorStatus) {
        private static final Fate FINE = new Fate(0, false, 0);

        /** Whether the request is answered with an error. */
        public boolean isError() {
            return errorStatus != 0;
        }

        /** Whether nothing happens. */
        public boolean isFine() {
            return equals(FINE);
        }
    }

    /** What is wrong now. */
    public Setting setting() {
        return setting;
    }

    /** Changes what is wrong. */
    public void set(Setting changed) {
        setting = changed;
    }

    /** Draws what happens to the next request. */
    public Fate next() {
        Setting now = setting;
        if (now.isNone()) {
            return Fate.FINE;
        }
        double drawn = random.nextDouble();
        boolean reset = drawn < now.resetRate();
        boolean error = !reset && drawn < now.resetRate() + now.errorRate();
        return new Fate(now.latencyMillis(), reset, error ? now.errorStatus() : 0);
    }
}
