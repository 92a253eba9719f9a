package io.silverback.kong.diff;

import io.silverback.kong.state.Entity;
import java.util.List;

/**
 * Two entities that can't both be there.
 *
 * @param fields the unique key they share
 * @param why what stands in the way of resolving it
 */
public record Conflict(Entity desired, Entity actual, List<String> fields, String why) {
    @Override
    public String toString() {
        return desired + " and " + actual + " share " + fields + ": " + why;
    }
}
