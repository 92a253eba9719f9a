package io.silverback.sync.storage;

/** How an event names the plan that it is about. */
public sealed interface PlanKey {

    /** What the event names: also where it is parked while that is unknown. */
    String id();

    /** By one of its migrations. */
    record OfMigration(String id) implements PlanKey {}

    /** By one of its cutovers. */
    record OfCutover(String id) implements PlanKey {}
}
