package io.silverback.edge.api;

import io.silverback.edge.routing.OnLeaseEnd;
import io.silverback.edge.routing.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The weight as the admin port shows it: the read-back. */
record WeightView(
        String router,
        BigDecimal green,
        @Nullable Instant leaseEndsAt,
        OnLeaseEnd onLeaseEnd,
        Instant changedAt) {

    static WeightView of(String router, Weight weight) {
        Instant end = weight instanceof Weight.Leased leased ? leased.end().at() : null;
        return new WeightView(
                router, weight.share().percent(), end, weight.onLeaseEnd(), weight.changedAt());
    }
}
