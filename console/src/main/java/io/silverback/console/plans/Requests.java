package io.silverback.console.plans;

import io.silverback.console.plan.Plan;
import io.silverback.console.plan.PlannedCutover;
import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the services for a plan: one migration for {@code _estate} and one for each
 * workspace, and, unless it is a rehearsal, its cutovers.
 */
public record Requests(
        String planId, List<MigrationRequested> migrations, List<CutoverRequested> cutovers) {

    public Requests {
        migrations = List.copyOf(migrations);
        cutovers = List.copyOf(cutovers);
    }

    /** The requests of {@code plan}, with ids from {@code ids}. */
    public static Requests of(Plan plan, Supplier<String> ids) {
        return new Draft(plan, ids).requests();
    }

    private static final class Draft {

        private final Plan plan;
        private final String planId;
        private final Map<String, String> migrationIds = new LinkedHashMap<>();
        private final Map<String, String> cutoverIds = new LinkedHashMap<>();

        Draft(Plan plan, Supplier<String> ids) {
            this.plan = plan;
            this.planId = ids.get();
            migrationIds.put(MigrationRequested.ESTATE, ids.get());
            plan.workspaces().forEach(workspace -> migrationIds.put(workspace, ids.get()));
            if (plan.mode() == Mode.MIGRATE) {
                plan.cutovers().forEach(cutover -> cutoverIds.put(cutover.name(), ids.get()));
            }
        }

        Requests requests() {
            List<MigrationRequested> migrations = new ArrayList<>();
            migrations.add(migration(MigrationRequested.ESTATE, "workspaces", null));
            for (int i = 0; i < plan.workspaces().size(); i++) {
                String workspace = plan.workspaces().get(i);
                migrations.add(migration(workspace, "workspaces[" + i + "]", cutoverOf(workspace)));
            }
            List<CutoverRequested> cutovers =
                    plan.cutovers().stream()
                            .filter(cutover -> cutoverIds.containsKey(cutover.name()))
                            .map(this::cutover)
                            .toList();
            return new Requests(planId, migrations, cutovers);
        }

        private @Nullable String cutoverOf(String workspace) {
            return plan.cutovers().stream()
                    .filter(cutover -> cutover.workspaces().contains(workspace))
                    .findFirst()
                    .map(cutover -> cutoverIds.get(cutover.name()))
                    .orElse(null);
        }

        private MigrationRequested migration(
                String workspace, String field, @Nullable String cutoverId) {
            return new MigrationRequested(
                    id(workspace),
                    workspace,
                    field,
                    planId,
                    plan.name(),
                    plan.hash(),
                    plan.change(),
                    plan.mode(),
                    plan.blue(),
                    plan.green(),
                    plan.transport(),
                    List.copyOf(migrationIds.values()),
                    id(MigrationRequested.ESTATE),
                    cutoverId,
                    plan.sync(),
                    plan.rows(),
                    plan.verify(),
                    plan.executionGate());
        }

        private CutoverRequested cutover(PlannedCutover cutover) {
            return new CutoverRequested(
                    cutoverIds.getOrDefault(cutover.name(), ""),
                    cutover.name(),
                    planId,
                    plan.name(),
                    plan.hash(),
                    plan.change(),
                    List.copyOf(cutoverIds.values()),
                    cutover.workspaces().stream()
                            .map(w -> new CutoverRequested.Member(id(w), w))
                            .toList(),
                    id(MigrationRequested.ESTATE),
                    plan.blue(),
                    plan.green(),
                    cutover.routers(),
                    cutover.sticky(),
                    cutover.steps(),
                    cutover.minimumWait(),
                    cutover.minimumRequests(),
                    cutover.health(),
                    plan.rows().maxLag(),
                    cutover.onRollback(),
                    plan.window(),
                    plan.cutoverGate(),
                    cutover.soak());
        }

        private String id(String workspace) {
            return migrationIds.getOrDefault(workspace, "");
        }
    }
}
