package io.silverback.simulator.admin;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.store.Row;
import org.jspecify.annotations.Nullable;

/** What a path of the Admin API stands for. */
sealed interface Endpoint {
    /** All entities of a kind. */
    record Collection(EntityType type) implements Endpoint {}

    /** The entities that refer to a parent. */
    record Children(EntityType type, Field by, Row parent) implements Endpoint {}

    /**
     * One entity by id or key.
     *
     * @param row null when there is none
     * @param by the field that refers to the parent in the path, if one stands there
     */
    record One(
            EntityType type,
            String key,
            @Nullable Row row,
            @Nullable Field by,
            @Nullable Row parent)
            implements Endpoint {}
}
