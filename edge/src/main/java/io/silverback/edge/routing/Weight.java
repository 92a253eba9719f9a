package io.silverback.edge.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * How green's share is held. A lapsed lease takes effect in the reading itself, so that no timer
 * has to fire for green to lose its share.
 */
public sealed interface Weight {

    /** Green's share as it was set, whether or not its lease has lapsed. */
    Share share();

    /** Green's share in force at {@code now}, in monotonic nanoseconds. */
    Share shareAt(long now);

    /** What this has become by {@code now}. */
    Weight settledAt(Moment now);

    /** This with its lease renewed for {@code length}; a share that was lost doesn't come back. */
    Weight renewed(Duration length, Moment now);

    /** What happens when the lease ends. */
    OnLeaseEnd onLeaseEnd();

    /** When the share in force was set, or lost. */
    Instant changedAt();

    /** Held by nobody's lease: stays until it is changed. */
    record Unleased(Share share, OnLeaseEnd onLeaseEnd, Instant changedAt) implements Weight {
        @Override
        public Share shareAt(long now) {
            return share;
        }

        @Override
        public Weight settledAt(Moment now) {
            return this;
        }

        @Override
        public Weight renewed(Duration length, Moment now) {
            return this;
        }
    }

    /** Held while somebody renews the lease that ends at {@code end}. */
    record Leased(Share share, Moment end, OnLeaseEnd onLeaseEnd, Instant changedAt)
            implements Weight {
        @Override
        public Share shareAt(long now) {
            return isLostBy(now) ? Share.NONE : share;
        }

        @Override
        public Weight settledAt(Moment now) {
            return isLostBy(now.nanos()) ? new Unleased(Share.NONE, onLeaseEnd, end.at()) : this;
        }

        @Override
        public Weight renewed(Duration length, Moment now) {
            return isLostBy(now.nanos())
                    ? settledAt(now)
                    : new Leased(share, now.plus(length), onLeaseEnd, changedAt);
        }

        private boolean isLostBy(long now) {
            return onLeaseEnd == OnLeaseEnd.BLUE && end.hasComeBy(now);
        }
    }
}
