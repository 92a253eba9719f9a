package io.silverback.contracts;

/** What a migration brought to green is to be taken back. */
public record CleanUpRequested(
        String migrationId, String workspace, String planHash, long generation, String reason)
        implements Event {}
