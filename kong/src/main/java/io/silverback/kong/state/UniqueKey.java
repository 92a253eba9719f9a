package io.silverback.kong.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields that are unique together, and their values in one entity.
 *
 * @param values may hold a secret; never shown
 */
public record UniqueKey(String type, List<String> fields, String values) {

    /** The unique keys of an entity; one whose first field is not set is none. */
    public static List<UniqueKey> of(Entity entity) {
        EntityType type = entity.kind();
        List<UniqueKey> keys = new ArrayList<>();
        for (List<String> fields : type.fields().unique()) {
            if (entity.fields().hasNonNull(fields.get(0))) {
                keys.add(new UniqueKey(type.name(), fields, values(entity, fields)));
            }
        }
        return keys;
    }

    private static String values(Entity entity, List<String> fields) {
        return fields.stream()
                .map(field -> text(entity.fields().path(field)))
                .collect(Collectors.joining("\u0000"));
    }

    private static String text(JsonNode value) {
        return value.isObject() ? value.path("id").asText() : value.asText();
    }

    @Override
    public String toString() {
        return type + fields;
    }
}
