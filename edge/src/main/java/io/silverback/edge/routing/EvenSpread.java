package io.silverback.edge.routing;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Buckets for requests that stick to nothing. Steps of the golden ratio (a Weyl sequence) fill the
 * buckets more evenly than chance, so that a small share is met after few requests.
 */
public final class EvenSpread {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final AtomicLong position;

    public EvenSpread(long start) {
        this.position = new AtomicLong(start);
    }

    /** The bucket of the next request. */
    public int next() {
        long high = position.getAndAdd(GOLDEN_RATIO) >>> 32;
        return (int) ((high * Share.BUCKETS) >>> 32);
    }
}
