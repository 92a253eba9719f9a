package io.silverback.kong.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file has no word for. It is made of what a reader takes each element for, so that file and
 * supplement together are the state exactly, whatever the file's format knows.
 */
public final class Supplement {
    private static final String ENTITIES = "entities";
    private static final String UNSET = "unset";
    private static final String SET = "set";

    private final ObjectNode document;

    private Supplement(ObjectNode document) {
        this.document = document;
    }

    /** What {@code entity} has and its element in the file, read as {@code known}, lacks. */
    public static Optional<ObjectNode> addition(Entity entity, ObjectNode known) {
        ObjectNode missing = missing(entity.fields(), known);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(missing.put("type", entity.type()).put("id", entity.id()));
    }

    /** A supplement of additions: {@code format}, {@code workspace} and {@code entities}. */
    public static Supplement of(JsonNode document) {
        if (!(document instanceof ObjectNode object) || object.path("format").asInt() != 1) {
            throw new IllegalArgumentException("Not a supplement of format 1");
        }
        return new Supplement(object);
    }

    /** The state whose file reads as {@code file}. */
    public DeclarativeState complete(DeclarativeState file) {
        Map<String, JsonNode> additions = new HashMap<>();
        document.path(ENTITIES).forEach(one -> additions.put(key(one), one));
        List<Entity> entities = new ArrayList<>();
        for (Entity entity : file.entities()) {
            JsonNode addition = additions.remove(entity.type() + " " + entity.id());
            entities.add(
                    addition == null ? entity : entity.with(merged(entity.fields(), addition)));
        }
        for (JsonNode addition : additions.values()) {
            ObjectNode fields = merged(JsonNodeFactory.instance.objectNode(), addition);
            entities.add(
                    new Entity(
                            addition.path("type").asText(), addition.path("id").asText(), fields));
        }
        return new DeclarativeState(file.workspace(), entities);
    }

    private static String key(JsonNode addition) {
        return addition.path("type").asText() + " " + addition.path("id").asText();
    }

    private static ObjectNode missing(ObjectNode fields, ObjectNode known) {
        ObjectNode missing = JsonNodeFactory.instance.objectNode();
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (!field.getValue().equals(known.get(field.getKey()))) {
                set.set(field.getKey(), field.getValue());
            }
        }
        ArrayNode unset = JsonNodeFactory.instance.arrayNode();
        known.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!fields.has(name)) {
                                unset.add(name);
                            }
                        });
        if (!set.isEmpty()) {
            missing.set(SET, set);
        }
        if (!unset.isEmpty()) {
            missing.set(UNSET, unset);
        }
        return missing;
    }

    private static ObjectNode merged(ObjectNode fields, JsonNode addition) {
        ObjectNode merged = fields.deepCopy();
        addition.path(UNSET).forEach(name -> merged.remove(name.asText()));
        addition.path(SET).properties().forEach(f -> merged.set(f.getKey(), f.getValue()));
        return merged;
    }

    @Override
    public String toString() {
        return "supplement of " + document.path(ENTITIES).size() + " entities";
    }
}
