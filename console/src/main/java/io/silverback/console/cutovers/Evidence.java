package io.silverback.console.cutovers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was seen of both colours, as it is shown. */
public record Evidence(
        Instant from,
        Instant to,
        Seen blue,
        Seen green,
        long needed,
        io.silverback.contracts.Evidence.Health verdict,
        String reason) {

    /** Requests of one colour; latencies in milliseconds. */
    public record Seen(
            long requests,
            long errors,
            double errorRate,
            @Nullable Double latencyP50,
            @Nullable Double latencyP99) {}

    /** As an event carries it. */
    public static @Nullable Evidence of(io.silverback.contracts.@Nullable Evidence evidence) {
        return evidence == null
                ? null
                : new Evidence(
                        evidence.from(),
                        evidence.to(),
                        seen(evidence.blue()),
                        seen(evidence.green()),
                        evidence.needed(),
                        evidence.verdict(),
                        evidence.reason());
    }

    private static Seen seen(io.silverback.contracts.Evidence.Seen seen) {
        return new Seen(
                seen.requests(),
                seen.errors(),
                seen.errorRate(),
                seen.latencyP50(),
                seen.latencyP99());
    }
}
