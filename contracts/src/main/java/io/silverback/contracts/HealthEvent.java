package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway answered during a window, or a plain verdict on it.
 *
 * @param gateway the registered gateway it is about
 * @param source who measured, such as {@code edge} or a monitor's name
 * @param router the router that saw the requests, where it was one
 * @param latency quantiles in milliseconds, such as {@code p50} and {@code p99}
 * @param verdict a monitor's own judgement; unhealthy alone is enough to give traffic back
 * @param runtimeLagSeconds how far carried runtime rows are behind, from sync
 */
public record HealthEvent(
        String gateway,
        String source,
        @Nullable String router,
        Instant from,
        Instant to,
        long requests,
        long errors,
        Map<String, Double> latency,
        @Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable Double runtimeLagSeconds)
        implements Event {

    /** A judgement in one word. */
    public enum Verdict {
        @JsonProperty("healthy")
        HEALTHY,
        @JsonProperty("degraded")
        DEGRADED,
        @JsonProperty("unhealthy")
        UNHEALTHY
    }

    /** The source under which sync says how far a plan's runtime rows are behind. */
    public static String runtimeSource(String planId) {
        return "sync/" + planId;
    }

    public HealthEvent {
        latency = latency == null ? Map.of() : Map.copyOf(latency);
    }
}
