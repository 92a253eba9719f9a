package io.silverback.edge.routing;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one mutable weight of an edge: one volatile read for each request, 0 after a restart. */
public final class GreenWeight {

    private static final Logger LOG = LoggerFactory.getLogger(GreenWeight.class);

    private final Clock clock;
    private volatile Weight weight;

    public GreenWeight(Clock clock) {
        this.clock = clock;
        this.weight = new Weight.Unleased(Share.NONE, OnLeaseEnd.HOLD, clock.now().at());
    }

    /** Green's share for a request that is routed now. */
    public Share share() {
        return weight.shareAt(clock.nanos());
    }

    /** The weight as it stands; a lapsed lease has been settled. */
    public synchronized Weight current() {
        return change(weight.settledAt(clock.now()), "lease ended");
    }

    /** Gives green {@code share}, on a lease where {@code lease} has a length. */
    public synchronized Weight set(Share share, Optional<Duration> lease, OnLeaseEnd onLeaseEnd) {
        Moment now = clock.now();
        Optional<Weight> leased =
                lease.map(
                        length -> new Weight.Leased(share, now.plus(length), onLeaseEnd, now.at()));
        return change(
                leased.orElseGet(() -> new Weight.Unleased(share, onLeaseEnd, now.at())),
                "weight set");
    }

    /** Renews the lease, where there is one that still holds. */
    public synchronized Weight renew(Duration length) {
        return change(weight.renewed(length, clock.now()), "lease ended");
    }

    private Weight change(Weight next, String message) {
        Share from = weight.share();
        weight = next;
        if (!from.equals(next.share())) {
            LOG.atInfo()
                    .addKeyValue("from", from.percent())
                    .addKeyValue("to", next.share().percent())
                    .log(message);
        }
        return next;
    }
}
