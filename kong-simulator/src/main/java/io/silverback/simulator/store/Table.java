package io.silverback.simulator.store;

import io.silverback.simulator.schema.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of one entity in one workspace, by the position that the database gives them. */
public interface Table {
    /** The entity that this table holds. */
    EntityType type();

    /** The row with that id, or null. */
    @Nullable Row get(String id);

    /**
     * The row that has a value in one unique field, or the values in several (joined by commas).
     */
    @Nullable Row find(String fields, Object value);

    /** All rows in their order. */
    NavigableMap<String, Row> rows();

    /** The rows that refer to a parent, in their order. */
    NavigableMap<String, Row> childrenOf(String field, String parent);

    /** The key under which a row is found by several fields. */
    static Object keyOf(Row row, List<String> fields) {
        return fields.stream()
                .map(
                        field ->
                                row.document().get(field) instanceof Map<?, ?> map
                                        ? map.get("id")
                                        : row.document().get(field))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
