package io.silverback.traffic.canary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided at a gate.
 *
 * @param step the step behind the gate; none at the cutover's own gate
 * @param evidenceHash what the decision rests on; another hash makes it void
 */
public record GateDecision(
        @Nullable Integer step,
        boolean go,
        String evidenceHash,
        String by,
        @Nullable String why,
        Instant at) {}
