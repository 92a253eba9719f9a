package io.silverback.kong.diff;

import io.silverback.kong.state.Entity;
import java.util.List;

/** One thing to write. */
public sealed interface Change {
    /** The entity: as it should be, or for a deletion as it is. */
    Entity entity();

    /** It is not there yet. */
    record Create(Entity entity) implements Change {}

    /** It is there and differs; {@code entity} has the actual side's id. */
    record Update(Entity entity, Entity actual, List<FieldDifference> differences)
            implements Change {
        public Update {
            differences = List.copyOf(differences);
        }
    }

    /** It is there and should not be. */
    record Delete(Entity entity) implements Change {}
}
