package io.silverback.kong.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.FieldRules;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns what a gateway or a file says of an entity into the form that states have. */
public final class Intake {
    /** The moment an entity ends, in epoch seconds; in place of the remaining {@code ttl}. */
    public static final String EXPIRES_AT = "expires_at";

    private static final String TTL = "ttl";

    private Intake() {}

    /**
     * What was read at {@code readAt}; the id is taken from the row or made of what identifies it.
     */
    public static Entity entity(EntityType type, ObjectNode raw, Instant readAt) {
        ObjectNode fields = fields(type.fields(), raw, readAt);
        return new Entity(type.name(), idOf(type, fields), fields);
    }

    /** The id of an entity with these fields. */
    public static String idOf(EntityType type, ObjectNode fields) {
        return type.fields().identity().isEmpty()
                ? fields.path("id").asText()
                : type.fields().identity().stream()
                        .map(field -> text(fields.path(field)))
                        .collect(Collectors.joining("|"));
    }

    static ObjectNode fields(FieldRules rules, ObjectNode raw, Instant readAt) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : raw.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals(TTL) && value.isNumber()) {
                fields.set(EXPIRES_AT, moment(readAt.getEpochSecond() + value.asLong()));
            } else if (isKept(rules, name, value)) {
                fields.set(name, value);
            }
        }
        return fields;
    }

    /**
     * In the smallest type that holds it, as parsers make numbers: only then are equal ones equal.
     */
    private static JsonNode moment(long second) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return (int) second == second ? nodes.numberNode((int) second) : nodes.numberNode(second);
    }

    private static boolean isKept(FieldRules rules, String name, JsonNode value) {
        boolean says = !value.isNull() || rules.defaults().has(name);
        return says && !rules.isDropped(name) && !name.equals(TTL);
    }

    private static String text(JsonNode value) {
        return value.isObject() ? value.path("id").asText() : value.asText();
    }
}
