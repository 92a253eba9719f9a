package io.silverback.kong.admin;

/**
 * One request as it was sent once: a repeated one is several.
 *
 * @param startNanos by {@link System#nanoTime()}
 * @param nanos how long the answer took
 * @param refused 429, 5xx or no answer at all
 */
public record Attempt(long startNanos, long nanos, boolean refused) {}
