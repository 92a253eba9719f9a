package io.silverback.kong.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.FieldRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One form for each meaning: keys sorted, sets sorted. */
public final class Canonical {
    private Canonical() {}

    /** The fields of an entity in canonical form. */
    public static ObjectNode of(FieldRules rules, ObjectNode fields) {
        return object(rules, "", fields);
    }

    /** The value at {@code path} in canonical form. */
    public static JsonNode of(FieldRules rules, String path, JsonNode value) {
        if (value.isObject()) {
            return object(rules, path + ".", (ObjectNode) value);
        }
        if (value.isArray()) {
            return array(rules, path, value);
        }
        return value;
    }

    private static ObjectNode object(FieldRules rules, String prefix, ObjectNode fields) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        fields.properties().forEach(f -> sorted.put(f.getKey(), f.getValue()));
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        sorted.forEach((name, value) -> canonical.set(name, of(rules, prefix + name, value)));
        return canonical;
    }

    private static ArrayNode array(FieldRules rules, String path, JsonNode value) {
        List<JsonNode> members = new ArrayList<>();
        value.forEach(member -> members.add(of(rules, path, member)));
        if (rules.isSet(path)) {
            members.sort(Comparator.comparing(JsonNode::toString));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(members);
    }
}
