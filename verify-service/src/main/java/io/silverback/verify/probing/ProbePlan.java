package io.silverback.verify.probing;

import java.util.List;

/**
 * What will be asked of both gateways.
 *
 * @param routes number of routes of the workspace
 * @param credentials number of credentials of the workspace
 */
public record ProbePlan(
        List<Probe> probes, List<NotExercised> notExercised, int routes, int credentials) {

    public ProbePlan {
        probes = List.copyOf(probes);
        notExercised = List.copyOf(notExercised);
    }
}
