package io.silverback.kong.apply;

import io.silverback.kong.state.Entity;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Takes entities as they are read; of one collection batch by batch, of several at once. */
@FunctionalInterface
interface Keeper {

    /** The collection is read from its beginning. */
    default void begin(Collection one) {}

    /** Completes when it is ready for the collection's next batch. */
    Uni<Void> keep(Collection one, List<Entity> batch);
}
