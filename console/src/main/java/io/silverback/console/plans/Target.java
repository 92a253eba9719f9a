package io.silverback.console.plans;

import io.silverback.console.cutovers.Cutover;
import io.silverback.console.migrations.Migration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operator means: a plan, one of its cutovers or one of its migrations. */
public sealed interface Target {

    /** The plan it belongs to. */
    PlanStatus plan();

    /** A whole plan. */
    record OfPlan(PlanStatus plan) implements Target {}

    /** One cutover. */
    record OfCutover(PlanStatus plan, Cutover cutover) implements Target {}

    /** One migration. */
    record OfMigration(PlanStatus plan, Migration migration) implements Target {}

    /**
     * Finds {@code words} among {@code plans}, the newest of which comes first: an id, a plan's
     * name, {@code plan/cutover}, {@code plan/workspace}, or a cutover's name.
     */
    static Optional<Target> find(List<PlanStatus> plans, String words) {
        return Stream.<Optional<Target>>of(
                        byId(plans, words), byPath(plans, words), byCutover(plans, words))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Target> byId(List<PlanStatus> plans, String id) {
        return plans.stream()
                .flatMap(
                        plan ->
                                all(plan)
                                        .filter(target -> target.id().equals(id))
                                        .map(Target.class::cast))
                .findFirst()
                .or(
                        () ->
                                plans.stream()
                                        .filter(plan -> plan.name().equals(id))
                                        .map(plan -> (Target) new OfPlan(plan))
                                        .findFirst());
    }

    private static Optional<Target> byPath(List<PlanStatus> plans, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String planName = path.substring(0, slash);
        String name = path.substring(slash + 1);
        return plans.stream()
                .filter(plan -> plan.name().equals(planName) || plan.id().equals(planName))
                .findFirst()
                .flatMap(
                        plan ->
                                all(plan)
                                        .filter(target -> target.nameInPlan().equals(name))
                                        .findFirst());
    }

    private static Optional<Target> byCutover(List<PlanStatus> plans, String name) {
        return plans.stream()
                .flatMap(Target::all)
                .filter(target -> target instanceof OfCutover && target.nameInPlan().equals(name))
                .findFirst();
    }

    private static Stream<Target> all(PlanStatus plan) {
        return Stream.of(
                        Stream.of(new OfPlan(plan)),
                        plan.cutovers().stream().map(c -> new OfCutover(plan, c)),
                        plan.migrations().stream().map(m -> new OfMigration(plan, m)))
                .flatMap(targets -> targets);
    }

    /** The id of what is meant. */
    default String id() {
        if (this instanceof OfCutover cutover) {
            return cutover.cutover().id();
        }
        return this instanceof OfMigration migration ? migration.migration().id() : plan().id();
    }

    /** The cutover's name or the workspace; empty for the plan itself. */
    default String nameInPlan() {
        if (this instanceof OfCutover cutover) {
            return cutover.cutover().name();
        }
        return this instanceof OfMigration migration ? migration.migration().workspace() : "";
    }

    /**
     * What an order to this target goes to: itself, or of a plan each cutover that has not ended,
     * or where it has none each running migration.
     */
    default List<Target> parts() {
        if (!(this instanceof OfPlan)) {
            return List.of(this);
        }
        List<Target> cutovers =
                plan().cutovers().stream()
                        .filter(cutover -> !cutover.ended())
                        .map(cutover -> (Target) new OfCutover(plan(), cutover))
                        .toList();
        return plan().cutovers().isEmpty()
                ? plan().migrations().stream()
                        .filter(migration -> !migration.ended())
                        .map(migration -> (Target) new OfMigration(plan(), migration))
                        .toList()
                : cutovers;
    }

    /** The migrations that an order about configuration goes to. */
    default List<Target> migrations() {
        return plan().migrations().stream()
                .filter(this::includes)
                .map(migration -> (Target) new OfMigration(plan(), migration))
                .toList();
    }

    private boolean includes(Migration migration) {
        if (this instanceof OfCutover of) {
            return of.cutover().migrations().stream()
                    .anyMatch(member -> member.id().equals(migration.id()));
        }
        return this instanceof OfPlan || migration.id().equals(id());
    }
}
