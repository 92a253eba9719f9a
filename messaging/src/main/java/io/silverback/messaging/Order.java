package io.silverback.messaging;

import io.silverback.contracts.Event;

/** What a decision wants written beside the new state, in the same transaction. */
public sealed interface Order {

    /** An event for the outbox. */
    record Publish(String key, String subject, Event event) implements Order {}

    /** Work of a kind for a subject; what it needs beyond that is on record. */
    record Enqueue(String kind, String subjectId, long generation) implements Order {}

    /** The subject's open jobs lose their lease. */
    record Cancel(String subjectId) implements Order {}
}
