package io.silverback.console.plans;

import io.silverback.console.plan.Plan;
import io.silverback.console.plan.PlannedCutover;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the live plan that a new one would come in the way of. */
public final class Conflicts {

    private Conflicts() {}

    /** What both name, as a sentence; nothing where the plan may start. */
    public static Optional<String> of(Plan plan, List<PlanStatus> known) {
        return known.stream()
                .filter(other -> other.state() == PlanState.LIVE)
                .flatMap(other -> with(plan, other).stream())
                .findFirst();
    }

    private static Optional<String> with(Plan plan, PlanStatus other) {
        List<String> workspaces =
                other.migrations().stream()
                        .filter(migration -> !migration.ended())
                        .map(migration -> migration.workspace())
                        .filter(plan.workspaces()::contains)
                        .toList();
        if (plan.blue().equals(other.blue()) && !workspaces.isEmpty()) {
            return Optional.of(sentence(other, "workspaces", workspaces));
        }
        List<String> routers =
                other.cutovers().stream()
                        .filter(cutover -> !cutover.ended())
                        .flatMap(cutover -> cutover.routers().stream())
                        .filter(router -> routersOf(plan).contains(router))
                        .distinct()
                        .toList();
        return routers.isEmpty()
                ? Optional.empty()
                : Optional.of(sentence(other, "routers", routers));
    }

    private static List<String> routersOf(Plan plan) {
        return plan.cutovers().stream()
                .map(PlannedCutover::routers)
                .flatMap(Collection::stream)
                .toList();
    }

    private static String sentence(PlanStatus other, String what, List<String> names) {
        return "the live plan %s (%s) has the same %s: %s"
                .formatted(other.name(), other.id(), what, String.join(", ", names));
    }
}
