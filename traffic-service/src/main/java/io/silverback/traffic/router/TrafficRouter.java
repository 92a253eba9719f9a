package io.silverback.traffic.router;

import io.smallrye.mutiny.Uni;

/**
 * A place where traffic is split. Every call has a time limit and fails with {@link
 * RouterRefusedException} only; what was asked is believed when it is read back, not before.
 */
public interface TrafficRouter {

    /** Its name in the registry. */
    String name();

    /** What the router gives to green now. */
    Uni<Reading> read();

    /** Gives {@code weight} to green for as long as it is renewed, and reads it back. */
    Uni<Reading> lend(Weight weight);

    /**
     * Gives {@code weight} to green for good, and reads it back. Blue gets its traffic this way.
     */
    Uni<Reading> settle(Weight weight);

    /** Keeps what was lent, and reads it back. Never changes a weight. */
    Uni<Reading> renew();

    /** What it has done with requests. */
    Uni<Observation> observe();
}
