package io.silverback.kong.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.silverback.kong.catalogue.FieldRules;

/**
 * Makes values fit to be shown: no text of a secret field, and none inside a plugin's
 * configuration.
 */
public final class Masking {
    /** What is shown in place of a secret. */
    public static final String MASK = "***";

    private Masking() {}

    /** The value at {@code path} as it may be shown. */
    public static JsonNode masked(FieldRules rules, String path, JsonNode value) {
        return rules.isSecret(path) ? masked(value) : value;
    }

    /** All fields as they may be shown. */
    public static ObjectNode masked(FieldRules rules, ObjectNode fields) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        fields.properties()
                .forEach(f -> shown.set(f.getKey(), masked(rules, f.getKey(), f.getValue())));
        return shown;
    }

    private static JsonNode masked(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(MASK);
        }
        if (value.isArray()) {
            ArrayNode shown = JsonNodeFactory.instance.arrayNode();
            value.forEach(one -> shown.add(masked(one)));
            return shown;
        }
        if (value.isObject()) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(f -> shown.set(f.getKey(), masked(f.getValue())));
            return shown;
        }
        return value;
    }
}
