package io.silverback.sync.syncing;

import org.jspecify.annotations.Nullable;

/**
 * One write as the journal has it.
 *
 * @param generation of the dump that it belongs to
 * @param replaced names the artefact that holds what was there before; null where nothing was
 */
public record Noted(Write write, long generation, @Nullable String replaced) {}
