package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.apply.Inventory.Remark;
import io.silverback.kong.catalogue.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The counts that an Enterprise gateway keeps of a workspace, against what was read of it. */
record OwnCounts(List<EntityType> types, JsonNode counts, Map<String, Integer> read) {
    private static final String ENDS = "ttl";

    /**
     * Where fewer were read than are counted, one sentence each. More is no loss, and what may end
     * by itself is counted on after its end.
     */
    List<String> missing() {
        return fewer(type -> !mayEnd(type));
    }

    /** What the counts can't tell; empty where they tell all. */
    Optional<Remark> unsure() {
        List<String> ended = fewer(OwnCounts::mayEnd);
        return ended.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Remark(
                                "counts-of-what-ends",
                                String.join("; ", ended)
                                        + ": what ends by itself is counted on after its end,"
                                        + " so that its count proves nothing."));
    }

    /** What stands in for counts where there are none. */
    static Remark none(String where) {
        return new Remark(
                "counts-unchecked",
                "The counts have no second source: "
                        + where
                        + ". Each collection is read twice and compared, no more.");
    }

    private List<String> fewer(Predicate<EntityType> wanted) {
        List<String> fewer = new ArrayList<>();
        for (EntityType type : types) {
            int counted = counts.path(type.name()).asInt();
            int there = read.getOrDefault(type.name(), 0);
            if (counted > there && wanted.test(type)) {
                fewer.add(counted + " " + type + " counted, " + there + " read");
            }
        }
        return fewer;
    }

    private static boolean mayEnd(EntityType type) {
        return Optional.ofNullable(type.deck())
                .filter(deck -> deck.fields().contains(ENDS))
                .isPresent();
    }
}
