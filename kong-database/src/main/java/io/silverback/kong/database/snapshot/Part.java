package io.silverback.kong.database.snapshot;

/**
 * One part of a table.
 *
 * @param rows how many lines it holds
 * @param bytes its size as stored, compressed
 * @param sha256 lower-case hex, of the bytes as stored
 */
public record Part(String name, long rows, long bytes, String sha256) {}
