package io.silverback.dump.events;

import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.Event;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import io.silverback.dump.migration.Case;
import io.silverback.dump.migration.Plan;
import io.silverback.dump.storage.PlanKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads events as inputs; none where an event asks nothing of dump. */
final class Inputs {

    private Inputs() {}

    static Optional<Input> of(Event event) {
        if (event instanceof GoNoGo decision) {
            return of(decision);
        }
        if (event instanceof ConfigSynced synced) {
            PlanKey key = new PlanKey.OfMigration(synced.migrationId());
            return Optional.of(new Input(key, plan -> plan.synced(synced.migrationId())));
        }
        if (event instanceof Rollback rollback) {
            return of(rollback);
        }
        if (event instanceof RolledBack rolledBack) {
            return of(rolledBack);
        }
        return event instanceof MigrationEnded ended ? of(ended) : Optional.empty();
    }

    private static Optional<Input> of(GoNoGo decision) {
        boolean decides =
                decision.gate() == GoNoGo.Gate.EXECUTION
                        && (decision.status() == GoNoGo.Status.GO
                                || decision.status() == GoNoGo.Status.NO_GO);
        PlanKey key = new PlanKey.OfPlan(decision.planId(), decision.subjectId());
        return decides
                ? Optional.of(new Input(key, plan -> plan.decided(decision)))
                : Optional.empty();
    }

    private static Optional<Input> of(Rollback rollback) {
        String reason = "Rolled back by " + rollback.requestedBy() + ": " + rollback.reason();
        String migration = rollback.migrationId();
        String cutover = rollback.cutoverId();
        if (rollback.drill() || (migration == null && cutover == null)) {
            return Optional.empty();
        }
        PlanKey key =
                migration == null
                        ? new PlanKey.OfCutover(Objects.requireNonNull(cutover))
                        : new PlanKey.OfMigration(migration);
        return Optional.of(
                new Input(
                        key,
                        plan ->
                                plan.ended(
                                        concerned(plan, migration, cutover)
                                                .and(current(rollback.generations())),
                                        Outcome.ROLLED_BACK,
                                        reason)));
    }

    private static Optional<Input> of(RolledBack rolledBack) {
        if (rolledBack.drill()) {
            return Optional.empty();
        }
        return Optional.of(
                new Input(
                        new PlanKey.OfCutover(rolledBack.cutoverId()),
                        plan ->
                                plan.ended(
                                        concerned(plan, null, rolledBack.cutoverId())
                                                .and(current(rolledBack.generations())),
                                        Outcome.ROLLED_BACK,
                                        rolledBack.reason())));
    }

    private static Optional<Input> of(MigrationEnded ended) {
        String reason = ended.reason() == null ? "" : ended.reason();
        Map<String, Long> generations = Map.of(ended.migrationId(), ended.generation());
        return Optional.of(
                new Input(
                        new PlanKey.OfMigration(ended.migrationId()),
                        plan ->
                                plan.ended(
                                        only(ended.migrationId()).and(current(generations)),
                                        ended.outcome(),
                                        reason)));
    }

    /** A rollback of one workspace is one of its whole cutover. */
    private static Predicate<Case> concerned(
            Plan plan, @Nullable String migration, @Nullable String cutover) {
        Case named = migration == null ? null : plan.cases().get(migration);
        String together = named == null ? cutover : named.request().cutoverId();
        return one ->
                one.id().equals(migration)
                        || (together != null && together.equals(one.request().cutoverId()));
    }

    private static Predicate<Case> only(String migrationId) {
        return one -> one.id().equals(migrationId);
    }

    /** A lower generation changes nothing; none and 0 mean whatever runs. */
    private static Predicate<Case> current(Map<String, Long> generations) {
        return one -> {
            long generation = generations.getOrDefault(one.id(), 0L);
            return generation == 0 || generation >= one.state().generation();
        };
    }
}
