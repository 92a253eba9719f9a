package io.silverback.kong.database.check;

import io.silverback.kong.database.schema.ForeignKey;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What green holds already: a reference may lead there. */
@FunctionalInterface
public interface Green {

    /**
     * Of the keys, those that green has.
     *
     * @param keys values of {@code key}'s referenced columns, in their order
     */
    Set<List<String>> present(ForeignKey key, Collection<List<String>> keys) throws IOException;

    /** A green with nothing in it. */
    static Green empty() {
        return (key, keys) -> Set.of();
    }
}
