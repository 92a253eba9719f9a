package io.silverback.dump.migration;

import io.silverback.contracts.Event;

/** What is written beside a new state, in the same transaction. */
public sealed interface Order {

    /** An event for the outbox. */
    record Publish(String key, String subject, Event event) implements Order {}

    /** Work for a migration: {@code prepare} or {@code dump}. */
    record Enqueue(String kind, String migrationId, long generation) implements Order {}

    /** The migration's open jobs lose their lease. */
    record Cancel(String migrationId) implements Order {}
}
