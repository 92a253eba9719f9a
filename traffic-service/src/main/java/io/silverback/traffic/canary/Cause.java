package io.silverback.traffic.canary;

import io.silverback.contracts.Evidence;
import io.silverback.contracts.RolledBack.RouterOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why traffic goes back to blue.
 *
 * @param at when the cause was appended, or seen
 * @param routers what routers answered before this was recorded
 */
public record Cause(
        String reason,
        String requestedBy,
        Instant at,
        @Nullable Evidence evidence,
        List<RouterOutcome> routers) {

    public Cause {
        routers = List.copyOf(routers);
    }

    /** A cause that no router has heard of yet. */
    public static Cause of(String reason, String requestedBy, Instant at) {
        return new Cause(reason, requestedBy, at, null, List.of());
    }

    /** The same, with what routers answered. */
    public Cause answeredBy(List<RouterOutcome> outcomes) {
        return new Cause(reason, requestedBy, at, evidence, outcomes);
    }
}
