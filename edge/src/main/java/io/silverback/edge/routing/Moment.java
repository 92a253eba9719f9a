package io.silverback.edge.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of both clocks.
 *
 * @param nanos monotonic nanoseconds of no fixed origin; all decisions use these
 * @param at wall-clock time, for people only
 */
public record Moment(long nanos, Instant at) {

    /** The moment {@code duration} later on both clocks. */
    public Moment plus(Duration duration) {
        return new Moment(nanos + duration.toNanos(), at.plus(duration));
    }

    /** Whether this moment has come at {@code now}, by the monotonic clock. */
    public boolean hasComeBy(long now) {
        return now - nanos >= 0;
    }
}
