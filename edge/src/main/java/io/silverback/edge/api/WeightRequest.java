package io.silverback.edge.api;

import io.silverback.edge.routing.OnLeaseEnd;
import io.silverback.edge.routing.Share;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new weight for green, on a lease where {@code leaseSeconds} is given. */
record WeightRequest(
        @Nullable BigDecimal green,
        @Nullable BigDecimal leaseSeconds,
        @Nullable OnLeaseEnd onLeaseEnd) {

    Share share() {
        if (green == null) {
            throw new RequestRefused("green is missing");
        }
        try {
            return Share.ofPercent(green);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("green: " + e.getMessage());
        }
    }

    Optional<Duration> lease() {
        return Optional.ofNullable(leaseSeconds).map(LeaseRequest::lengthOf);
    }

    /** What the request says, else blue for a lease and hold without one. */
    OnLeaseEnd end() {
        if (onLeaseEnd != null) {
            return onLeaseEnd;
        }
        return leaseSeconds == null ? OnLeaseEnd.HOLD : OnLeaseEnd.BLUE;
    }
}
