package io.silverback.quickstart.clients;

import java.time.Instant;

/**
 * One answered request as its client saw it.
 *
 * @param startedAt when the request was sent
 * @param endedAt when it was answered or failed
 * @param colour which side answered; {@code none} when nobody did
 * @param status of the answer; 0 when there was none
 * @param fault why there was no answer; empty when there was one
 */
record Answer(Instant startedAt, Instant endedAt, String colour, int status, String fault) {

    static final String GREEN = "green";

    boolean failed() {
        return status == 0 || status >= 400;
    }

    boolean isGreen() {
        return colour.equals(GREEN);
    }
}
