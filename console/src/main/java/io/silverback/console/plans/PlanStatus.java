package io.silverback.console.plans;

import io.silverback.console.cutovers.Cutover;
import io.silverback.console.facts.Facts;
import io.silverback.console.gates.Gate;
import io.silverback.console.gates.Vote;
import io.silverback.console.migrations.Migration;
import io.silverback.console.migrations.MigrationState;
import io.silverback.console.plan.Remark;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan with all that became of it.
 *
 * @param entities of all its migrations together
 */
public record PlanStatus(
        String id,
        String name,
        String planHash,
        @Nullable String change,
        Mode mode,
        String blue,
        String green,
        @Nullable String submittedBy,
        Instant submittedAt,
        PlanState state,
        List<Remark> warnings,
        List<Gate> gates,
        List<Migration> migrations,
        List<Cutover> cutovers,
        int entities,
        Totals totals) {

    /** Workspaces, without {@code _estate}, and how many of them are completed. */
    public record Totals(long migrations, long completed) {}

    public PlanStatus {
        warnings = List.copyOf(warnings);
        gates = List.copyOf(gates);
        migrations = List.copyOf(migrations);
        cutovers = List.copyOf(cutovers);
    }

    /** Derives it from the facts of the plan's migrations and cutovers, by their ids. */
    public static PlanStatus of(SubmittedPlan plan, Map<String, Facts> facts, List<Vote> votes) {
        Composition parts = new Composition(facts);
        List<Cutover> cutovers = parts.cutovers();
        List<Migration> migrations = parts.migrations(cutovers);
        List<Gate> gates = parts.gates(migrations, cutovers, votes);
        return new PlanStatus(
                plan.id(),
                plan.name(),
                plan.planHash(),
                plan.change(),
                plan.mode(),
                plan.blue(),
                plan.green(),
                plan.submittedBy(),
                plan.submittedAt(),
                PlanState.of(migrations, cutovers, gates),
                plan.warnings(),
                gates,
                migrations,
                cutovers,
                migrations.stream()
                        .map(Migration::entities)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum(),
                totals(migrations));
    }

    private static Totals totals(List<Migration> migrations) {
        List<Migration> workspaces =
                migrations.stream()
                        .filter(m -> !m.workspace().equals(MigrationRequested.ESTATE))
                        .toList();
        return new Totals(
                workspaces.size(),
                workspaces.stream().filter(m -> m.state() == MigrationState.COMPLETED).count());
    }
}
