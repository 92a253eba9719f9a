package io.silverback.traffic.api;

import org.jspecify.annotations.Nullable;

/** A rollback by hand: of which cutover (id or name), why, and by whom. */
record RollbackRequest(@Nullable String cutover, @Nullable String reason, @Nullable String by) {}
