package io.silverback.console.facts;

import io.silverback.contracts.Event;
import java.time.Instant;

/**
 * The newest event that was heard of one subject in one slot.
 *
 * @param subjectId a migration's, cutover's or command's id
 * @param slot what kind of event it is; one of a kind is kept for each subject
 * @param generation 0 for events that belong to none; a cutover's is the sum of its migrations'
 * @param at when the broker appended it
 */
public record Fact(String subjectId, String slot, long generation, Instant at, Event event) {}
