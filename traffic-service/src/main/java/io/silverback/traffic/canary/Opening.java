package io.silverback.traffic.canary;

import java.time.Instant;
import java.util.Map;

/** What a gate is opened with: short facts, and their hash. */
public record Opening(Map<String, String> evidence, String hash, Instant at) {
    public Opening {
        evidence = Map.copyOf(evidence);
    }
}
