package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cutover does not advance, or goes on again.
 *
 * @param status held, stuck at a router, or resumed
 * @param router the router concerned, where it is one
 */
public record CanaryHeld(
        String cutoverId,
        String name,
        String planHash,
        Map<String, Long> generations,
        BigDecimal weight,
        Status status,
        String why,
        @Nullable String router)
        implements Event {

    /** Whether the cutover waits, cannot reach its router, or goes on. */
    public enum Status {
        @JsonProperty("held")
        HELD,
        @JsonProperty("stuck")
        STUCK,
        @JsonProperty("resumed")
        RESUMED
    }

    public CanaryHeld {
        generations = Map.copyOf(generations);
    }
}
