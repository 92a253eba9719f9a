package io.silverback.kong.database.cassandra;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Rows a second that a snapshot may read; may be changed while it runs. For any threads. */
public final class RateLimit {

    /** No limit. */
    public static final int NONE = Integer.MAX_VALUE;

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong free = new AtomicLong(System.nanoTime());
    private volatile int rowsPerSecond;

    /** At most so many rows a second. */
    public RateLimit(int rowsPerSecond) {
        change(rowsPerSecond);
    }

    /** From the next page on. */
    public void change(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("At least one row a second must be allowed.");
        }
        rowsPerSecond = rows;
    }

    /** Waits as long as rows just read take at the limit. */
    void pass(int rows) {
        int limit = rowsPerSecond;
        if (limit == NONE || rows == 0) {
            return;
        }
        long cost = rows * SECOND / limit;
        long now = System.nanoTime();
        long until = free.updateAndGet(next -> Math.max(next, now) + cost);
        for (long left = until - now; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
