package io.silverback.traffic.health;

import io.silverback.contracts.HealthEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the runtime rows (tokens, codes, sessions) that sync carries over are behind. Whoever
 * stops to say so falls behind with every second; of whom nothing was ever heard carries none.
 */
public final class RuntimeLag {

    private final Limit limit;
    private @Nullable Heard newest;

    /** Who says how far they are behind, and how far they may be. */
    public record Limit(String source, Duration most) {}

    private record Heard(Duration behind, String why, Instant at) {}

    RuntimeLag(Limit limit) {
        this.limit = limit;
    }

    void see(HealthEvent event, Instant now) {
        Double seconds = event.runtimeLagSeconds();
        if (seconds != null && event.source().equals(limit.source())) {
            String why = event.reason() == null ? "" : ": " + event.reason();
            newest = new Heard(Duration.ofMillis(Math.round(seconds * 1000)), why, now);
        }
    }

    /** In a sentence; empty while they are near enough. */
    Optional<String> tooFarBehind(Instant now) {
        Heard heard = newest;
        if (heard == null) {
            return Optional.empty();
        }
        Duration behind = heard.behind().plus(Duration.between(heard.at(), now));
        return behind.compareTo(limit.most()) <= 0
                ? Optional.empty()
                : Optional.of(
                        "tokens and sessions on green are %d s behind blue, the plan allows %d s%s"
                                .formatted(
                                        behind.toSeconds(), limit.most().toSeconds(), heard.why()));
    }
}
