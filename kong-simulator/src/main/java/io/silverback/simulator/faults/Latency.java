package io.silverback.simulator.faults;

import java.util.random.RandomGenerator;

/** How long requests wait, in milliseconds: log-normal by two percentiles, or always the same. */
record Latency(double median, double p99) {
    private static final double NORMAL_P99 = 2.326;

    long draw(RandomGenerator random) {
        if (median <= 0) {
            return 0;
        }
        double spread = p99 > median ? Math.log(p99 / median) / NORMAL_P99 : 0;
        return Math.round(median * Math.exp(spread * random.nextGaussian()));
    }

    boolean isNone() {
        return median <= 0;
    }
}
