package io.silverback.traffic.router;

import java.time.Instant;

/**
 * What a router says that green gets.
 *
 * @param askedAt when the question, or the order before it, left
 * @param readAt when the answer was here
 */
public record Reading(String router, Weight weight, Instant askedAt, Instant readAt) {}
