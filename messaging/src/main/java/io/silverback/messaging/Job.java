package io.silverback.messaging;

/**
 * Work that somebody queued.
 *
 * @param payload JSON text, as it was queued
 * @param attempt from 1; raised by each failure, not by suspensions or takings over
 */
public record Job(
        long id, String kind, String subjectId, long generation, String payload, int attempt) {}
