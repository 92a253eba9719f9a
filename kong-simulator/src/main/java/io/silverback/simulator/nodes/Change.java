package io.silverback.simulator.nodes;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * One row that an Admin API has written.
 *
 * @param before what it replaced; null when it is new
 * @param after null when it was removed
 */
public record Change(EntityType type, @Nullable Row before, @Nullable Row after) {}
