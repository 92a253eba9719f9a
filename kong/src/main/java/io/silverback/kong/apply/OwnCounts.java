package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.DeclarativeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The counts that an Enterprise gateway keeps of a workspace, against what was read of it. */
final class OwnCounts {
    private static final String ENDS = "ttl";

    private OwnCounts() {}

    /**
     * Where fewer were read than are counted, one sentence each. More is no loss, and what may end
     * by itself is counted on after its end.
     */
    static List<String> missing(List<EntityType> types, JsonNode counts, DeclarativeState state) {
        List<String> missing = new ArrayList<>();
        for (EntityType type : types) {
            int counted = counts.path(type.name()).asInt();
            int read = state.counts().getOrDefault(type.name(), 0);
            if (counted > read && !mayEnd(type)) {
                missing.add(counted + " " + type + " counted, " + read + " read");
            }
        }
        return missing;
    }

    private static boolean mayEnd(EntityType type) {
        return Optional.ofNullable(type.deck())
                .filter(deck -> deck.fields().contains(ENDS))
                .isPresent();
    }
}
