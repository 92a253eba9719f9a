package io.silverback.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How verification asks the two gateways.
 *
 * @param safeMethodsOnly whether only GET, HEAD and OPTIONS may reach an upstream
 * @param requestsPerSecond upper bound of probe requests, for each gateway
 * @param logins the registered secret with test logins, if any
 */
public record VerifyPolicy(
        boolean safeMethodsOnly,
        int requestsPerSecond,
        @Nullable String logins,
        List<ExpectedDifference> expectedDifferences) {

    /** A declared difference between blue's and green's answers, with its reason. */
    public record ExpectedDifference(String header, String reason) {}

    /** What holds where the plan is silent. */
    public static final VerifyPolicy DEFAULT = new VerifyPolicy(true, 50, null, List.of());

    public VerifyPolicy {
        expectedDifferences = List.copyOf(expectedDifferences);
    }
}
