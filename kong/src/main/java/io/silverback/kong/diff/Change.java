package io.silverback.kong.diff;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;
import java.util.List;
import java.util.Set;

/** One thing to write. */
public sealed interface Change {
    /** The entity: as it should be, or for a deletion as it is. */
    Entity entity();

    /** What becomes another, field by field; of what is created or deleted all that is sent. */
    List<FieldDifference> differences();

    /** It is not there yet. */
    record Create(Entity entity) implements Change {
        @Override
        public List<FieldDifference> differences() {
            return FieldDifference.created(entity);
        }
    }

    /**
     * It is there and differs; {@code entity} has the actual side's id.
     *
     * @param aside fields that get a value in between first, for another entity waits for theirs
     */
    record Update(
            Entity entity, Entity actual, List<FieldDifference> differences, Set<String> aside)
            implements Change {
        public Update {
            differences = List.copyOf(differences);
            aside = Set.copyOf(aside);
        }

        /** One that nothing waits for in a ring. */
        public Update(Entity entity, Entity actual, List<FieldDifference> differences) {
            this(entity, actual, differences, Set.of());
        }

        /** The unique keys that it has and shall not have. */
        public List<UniqueKey> released() {
            return without(UniqueKey.of(actual), UniqueKey.of(entity));
        }

        /** The unique keys that it shall have and has not. */
        public List<UniqueKey> claimed() {
            return without(UniqueKey.of(entity), UniqueKey.of(actual));
        }

        Update aside(Set<String> fields) {
            return new Update(entity, actual, differences, fields);
        }

        private static List<UniqueKey> without(List<UniqueKey> some, List<UniqueKey> others) {
            return some.stream().filter(key -> !others.contains(key)).toList();
        }
    }

    /** It is there and should not be. */
    record Delete(Entity entity) implements Change {
        @Override
        public List<FieldDifference> differences() {
            return FieldDifference.deleted(entity);
        }
    }
}
