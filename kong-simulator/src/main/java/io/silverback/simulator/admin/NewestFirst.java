package io.silverback.simulator.admin;

import io.silverback.simulator.store.Row;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The order in which Kong lists an upstream's targets on any database: the newest first. */
final class NewestFirst {
    private NewestFirst() {}

    /** The same rows by age, and by id from the last where they are of one age. */
    static NavigableMap<String, Row> of(NavigableMap<String, Row> rows) {
        Comparator<String> byAge =
                Comparator.comparingDouble((String position) -> created(rows.get(position)));
        Comparator<String> byId = Comparator.comparing(position -> id(rows.get(position)));
        TreeMap<String, Row> sorted =
                new TreeMap<>(
                        byAge.thenComparing(byId)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()));
        sorted.putAll(rows);
        return sorted;
    }

    private static double created(@Nullable Row row) {
        return row != null && row.document().get("created_at") instanceof Number created
                ? created.doubleValue()
                : Double.NEGATIVE_INFINITY;
    }

    private static String id(@Nullable Row row) {
        return row == null ? "" : row.id();
    }
}
