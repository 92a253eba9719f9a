package io.silverback.sync.migration;

import org.jspecify.annotations.Nullable;

/**
 * Why a migration cannot go on, in one sentence without secrets.
 *
 * @param field the plan's field at fault, where it is one
 */
public record Failure(@Nullable String field, String reason) {}
