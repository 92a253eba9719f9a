package io.silverback.quickstart.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.TreeMap;

/** JSON in which the order of lists means nothing, and null, [] and {} mean absent. */
final class Sets {

    private Sets() {}

    static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.valueStream()
                    .map(Sets::sorted)
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .forEach(array::add);
            return array;
        }
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties()
                    .forEach(
                            field -> {
                                JsonNode value = sorted(field.getValue());
                                if (!value.isNull()
                                        && !(value.isContainerNode() && value.isEmpty())) {
                                    fields.put(field.getKey(), value);
                                }
                            });
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach(object::set);
            return object;
        }
        return node;
    }
}
