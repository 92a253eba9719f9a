package io.silverback.simulator.entity;

import io.silverback.simulator.store.Row;

/**
 * Which rows a write cannot see yet, because another call that came at the same time has only just
 * written them. Cassandra has no unique constraint: such calls all succeed.
 */
public interface Race {
    /** A database that lets nobody through twice. */
    Race NONE =
            new Race() {
                @Override
                public void written(Row row) {}

                @Override
                public boolean hides(Row row) {
                    return false;
                }
            };

    /** A row was written. */
    void written(Row row);

    /** Whether calls of this moment do not see the row. */
    boolean hides(Row row);
}
