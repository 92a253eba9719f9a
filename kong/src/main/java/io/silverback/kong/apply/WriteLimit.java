package io.silverback.kong.apply;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import io.silverback.kong.admin.Attempt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many writes may be under way at once: fewer after refusals and where answers take longer, and
 * never more than a ceiling. May be shared by several runs, and used by any thread.
 */
public final class WriteLimit {
    /** The most that a gateway is ever sent at once. */
    public static final int MOST = 64;

    private static final int FIRST = 12;
    private static final double AFTER_REFUSAL = 0.75;

    private final Limit latency =
            WindowedLimit.newBuilder()
                    .minWindowTime(100, TimeUnit.MILLISECONDS)
                    .maxWindowTime(1, TimeUnit.SECONDS)
                    .build(
                            Gradient2Limit.newBuilder()
                                    .initialLimit(FIRST)
                                    .minLimit(1)
                                    .maxConcurrency(MOST)
                                    .build());
    private final Limit refusals =
            AIMDLimit.newBuilder()
                    .initialLimit(FIRST)
                    .minLimit(1)
                    .maxLimit(MOST)
                    .backoffRatio(AFTER_REFUSAL)
                    .timeout(1, TimeUnit.HOURS)
                    .build();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile int ceiling;

    /** A limit that is never above {@code ceiling}. */
    public WriteLimit(int ceiling) {
        setCeiling(ceiling);
    }

    /**
     * Another ceiling, from now on: what is under way goes on.
     *
     * @param changed 1 to {@link #MOST}
     */
    public void setCeiling(int changed) {
        if (changed < 1 || changed > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " writes at once");
        }
        ceiling = changed;
    }

    /** How many may be under way now. */
    public int atOnce() {
        return Math.min(ceiling, Math.min(latency.getLimit(), refusals.getLimit()));
    }

    /** Whether one more may be under way. */
    boolean hasRoom() {
        return underWay.get() < atOnce();
    }

    void entered() {
        underWay.incrementAndGet();
    }

    void left() {
        underWay.decrementAndGet();
    }

    /** Learns from one attempt. */
    void learn(Attempt attempt) {
        int beside = underWay.get();
        refusals.onSample(attempt.startNanos(), attempt.nanos(), beside, attempt.refused());
        if (!attempt.refused()) {
            latency.onSample(attempt.startNanos(), attempt.nanos(), beside, false);
        }
    }
}
