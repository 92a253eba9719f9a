package io.silverback.traffic.health;

/** A share of requests, and what it may be in truth. */
record Proportion(long all, long bad) {

    private static final double Z = 3;

    /** The share that was seen; 0 of nothing. */
    double seen() {
        return all == 0 ? 0 : (double) bad / all;
    }

    /** Wilson's upper bound (1927) at three standard deviations; 1 of nothing. */
    double upperBound() {
        if (all == 0) {
            return 1;
        }
        double n = all;
        double centre = seen() + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(seen() * (1 - seen()) / n + Z * Z / (4 * n * n));
        return Math.min(1, (centre + spread) / (1 + Z * Z / n));
    }
}
