package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of both colours over the same time, and what was made of it.
 *
 * @param needed requests on green that the step asks for
 */
public record Evidence(
        Instant from,
        Instant to,
        Seen blue,
        Seen green,
        long needed,
        Health verdict,
        String reason) {

    /** Requests of one colour; latencies in milliseconds, none without requests. */
    public record Seen(
            long requests, long errors, @Nullable Double latencyP50, @Nullable Double latencyP99) {

        /** Errors as a share of requests between 0 and 1; 0 without requests. */
        public double errorRate() {
            return requests == 0 ? 0 : (double) errors / requests;
        }
    }

    /** A verdict on green; inconclusive where the numbers say neither. */
    public enum Health {
        @JsonProperty("healthy")
        HEALTHY,
        @JsonProperty("inconclusive")
        INCONCLUSIVE,
        @JsonProperty("unhealthy")
        UNHEALTHY
    }
}
