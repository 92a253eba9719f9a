package io.silverback.contracts;

import java.time.Duration;
import java.util.List;

/**
 * When green counts as healthy. Rates are shares of requests between 0 and 1.
 *
 * @param requiredSources sources without which nothing advances, such as {@code events}
 * @param maxErrorRateIncrease green's error rate may exceed blue's by this much
 * @param maxErrorRate green's error rate may never exceed this
 * @param maxLatencyP99Increase green's p99 may exceed blue's by this factor less one
 * @param silentFor a required source that says nothing for this long means back to blue
 */
public record HealthPolicy(
        List<String> requiredSources,
        double maxErrorRateIncrease,
        double maxErrorRate,
        double power,
        double maxLatencyP99Increase,
        Duration silentFor) {

    public HealthPolicy {
        requiredSources = List.copyOf(requiredSources);
    }
}
