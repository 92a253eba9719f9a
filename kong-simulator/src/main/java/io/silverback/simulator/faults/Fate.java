package io.silverback.simulator.faults;

/**
 * What happens to one request.
 *
 * @param status what is answered in place of the answer, for the kinds that answer
 * @param dripMillis the pause between two pieces of a dripping body
 */
public record Fate(long delayMillis, Kind kind, int status, long dripMillis) {
    /** Nothing happens. */
    public static final Fate FINE = new Fate(0, Kind.FINE, 0, 0);

    /** The ways in which a request can go wrong. */
    public enum Kind {
        /** Answered as it should be. */
        FINE,
        /** The connection is closed without an answer. */
        RESET,
        /** Another status with a message. */
        STATUS,
        /** Another status with a page, as proxies in between send it. */
        HTML,
        /** The head and half of the body, then the end of the connection. */
        TRUNCATE,
        /** The body in small pieces, with pauses. */
        DRIP
    }

    /** Whether nothing happens. */
    public boolean isFine() {
        return kind == Kind.FINE && delayMillis == 0;
    }

    /** Whether it is the body that suffers, not the whole answer. */
    public boolean isInDelivery() {
        return kind == Kind.TRUNCATE || kind == Kind.DRIP;
    }
}
