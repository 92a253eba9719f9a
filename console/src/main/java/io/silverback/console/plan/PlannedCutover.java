package io.silverback.console.plan;

import io.silverback.contracts.CutoverRequested.ConnectionPolicy;
import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.CutoverRequested.Sticky;
import io.silverback.contracts.HealthPolicy;
import java.time.Duration;
import java.util.List;

/** One traffic target as the plan has it: which workspaces move behind which routers, and how. */
public record PlannedCutover(
        String name,
        List<String> workspaces,
        List<String> routers,
        Sticky sticky,
        List<Step> steps,
        Duration minimumWait,
        long minimumRequests,
        HealthPolicy health,
        ConnectionPolicy onRollback,
        Duration soak) {

    public PlannedCutover {
        workspaces = List.copyOf(workspaces);
        routers = List.copyOf(routers);
        steps = List.copyOf(steps);
    }
}
