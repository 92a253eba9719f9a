package io.silverback.edge.routing;

import java.time.Instant;

/** Where moments come from. */
public interface Clock {

    /** Monotonic nanoseconds of no fixed origin. */
    long nanos();

    /** Both clocks at once. */
    Moment now();

    /** The machine's clocks. */
    static Clock system() {
        return new Clock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Moment now() {
                return new Moment(System.nanoTime(), Instant.now());
            }
        };
    }
}
