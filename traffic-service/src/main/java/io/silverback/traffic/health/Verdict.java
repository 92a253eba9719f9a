package io.silverback.traffic.health;

import io.silverback.contracts.Evidence;
import io.silverback.contracts.Evidence.Health;

/** What the evidence says of green, with its numbers, and what keeps it from saying more. */
public record Verdict(Evidence evidence, Doubt doubt) {

    /** Whether traffic must go back to blue. */
    public boolean isUnhealthy() {
        return evidence.verdict() == Health.UNHEALTHY;
    }

    /** Whether green may get more, as far as health goes. */
    public boolean isHealthy() {
        return evidence.verdict() == Health.HEALTHY;
    }

    /** Why, in one sentence. */
    public String reason() {
        return evidence.reason();
    }
}
