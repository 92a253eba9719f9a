package io.silverback.edge.proxy;

import io.silverback.edge.routing.Colour;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why upstreams gave no answer: at once, then at most every five seconds, with the number of
 * those not said. Names no path: paths and queries may carry secrets. Belongs to one event loop.
 */
final class FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanoTime;
    private long saidAt;
    private long unsaid;

    FaultLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.saidAt = nanoTime.getAsLong() - PAUSE_NANOS;
    }

    /** One request that {@code colour} did not answer. */
    void noAnswer(Colour colour, Throwable fault) {
        long now = nanoTime.getAsLong();
        if (now - saidAt < PAUSE_NANOS) {
            unsaid++;
            return;
        }
        LOG.warn(
                "{} gave no answer: {} ({} more since the last such line)",
                colour.label(),
                fault,
                unsaid);
        saidAt = now;
        unsaid = 0;
    }
}
