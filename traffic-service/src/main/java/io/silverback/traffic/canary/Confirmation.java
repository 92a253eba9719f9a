package io.silverback.traffic.canary;

import io.silverback.contracts.RolledBack.RouterOutcome;
import java.time.Instant;
import java.util.List;

/** All routers were read back with the weight that is on record. */
public record Confirmation(List<RouterOutcome> routers, Instant at) {
    public Confirmation {
        routers = List.copyOf(routers);
    }
}
