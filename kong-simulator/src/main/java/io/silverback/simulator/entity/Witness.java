package io.silverback.simulator.entity;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Row;

/** Hears of each row that is written. */
@FunctionalInterface
public interface Witness {
    /**
     * A row was stored or removed.
     *
     * @param operation {@code create}, {@code update} or {@code delete}
     */
    void saw(String operation, EntityType type, Row row);
}
