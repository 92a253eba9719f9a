package io.silverback.traffic.canary;

import java.time.Instant;

/** What an operator wants of a running cutover. */
public record Order(Kind kind, String by, Instant at) {

    /** The verbs that a cutover obeys. */
    public enum Kind {
        /** Don't advance. */
        PAUSE,
        /** Go on. */
        RESUME,
        /** Take the next step now. */
        PROMOTE
    }
}
