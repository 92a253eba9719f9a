package io.silverback.edge.api;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A renewal of the lease. */
record LeaseRequest(@Nullable BigDecimal leaseSeconds) {

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal SHORTEST_SECONDS = new BigDecimal("0.001");

    Duration length() {
        if (leaseSeconds == null) {
            throw new RequestRefused("leaseSeconds is missing");
        }
        return lengthOf(leaseSeconds);
    }

    static Duration lengthOf(BigDecimal seconds) {
        if (seconds.compareTo(SHORTEST_SECONDS) < 0 || seconds.compareTo(LONGEST_SECONDS) > 0) {
            throw new RequestRefused("leaseSeconds is between 0.001 and 86400");
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
