package io.silverback.console.plan;

/**
 * Something about one field of a plan.
 *
 * @param field its path, such as {@code cutovers[0].steps[2]}; empty for the file as a whole
 * @param reason what is wrong with it or becomes of it, as the end of a sentence
 */
public record Remark(String field, String reason) {}
