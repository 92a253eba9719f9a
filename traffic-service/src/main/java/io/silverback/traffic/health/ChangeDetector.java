package io.silverback.traffic.health;

/**
 * Finds out that bad outcomes have become more frequent than allowed, and may be looked at after
 * every window without inflating false alarms: a mixture of Shiryaev-Roberts statistics R ← (1 + R)
 * · L, L the likelihood ratio of a worse rate against the allowed one. While the rate is allowed,
 * an alarm comes at most once in 1/{@code ODDS} windows on average (Shin, Ramdas, Rinaldo:
 * E-detectors, 2023, theorem 2.4).
 */
final class ChangeDetector {

    private static final double LOG_ODDS = Math.log(1e5);

    /** How far from the allowed rate towards 1 the worse rates lie. */
    private static final double[] REACH = {0.005, 0.02, 0.1, 0.4, 0.9};

    private static final double LEAST_RATE = 1e-4;

    private final double[] logStatistics = new double[REACH.length];

    ChangeDetector() {
        java.util.Arrays.fill(logStatistics, Double.NEGATIVE_INFINITY);
    }

    /** Takes in one window: {@code bad} of {@code all}, where a share of {@code allowed} is. */
    void see(long all, long bad, double allowed) {
        double rate = Math.min(Math.max(allowed, LEAST_RATE), 1 - LEAST_RATE);
        for (int i = 0; i < REACH.length; i++) {
            double worse = rate + (1 - rate) * REACH[i];
            double logRatio =
                    bad * Math.log(worse / rate) + (all - bad) * Math.log((1 - worse) / (1 - rate));
            logStatistics[i] = onePlus(logStatistics[i]) + logRatio;
        }
    }

    /** Whether the rate is above the allowed one. */
    boolean alarms() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double each : logStatistics) {
            largest = Math.max(largest, each);
        }
        return largest - Math.log(REACH.length) > LOG_ODDS;
    }

    /** log(1 + exp(x)), for any x. */
    private static double onePlus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
