package io.silverback.quickstart.clients;

import java.time.Instant;

/**
 * One answered request as its client saw it.
 *
 * @param startedAt when the request was sent
 * @param endedAt when it was answered or failed
 * @param colour which side answered; {@code none} when nobody did
 */
record Answer(Instant startedAt, Instant endedAt, String colour, boolean failed) {

    static final String GREEN = "green";

    boolean isGreen() {
        return colour.equals(GREEN);
    }
}
