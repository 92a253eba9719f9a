package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.silverback.kong.catalogue.DeckSection;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One entity's own fields as decK's file has them. */
final class DeckFields {
    private static final String TTL = "ttl";

    private DeckFields() {}

    static ObjectNode of(
            Entity entity,
            Optional<String> parentField,
            Map<String, Optional<String>> referents,
            DeckSection section,
            DeckOptions options) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : entity.fields().properties()) {
            String name = field.getKey();
            if (isLeftOut(entity, name, field.getValue(), section, options)
                    || parentField.filter(name::equals).isPresent()) {
                continue;
            }
            if (name.equals(Intake.EXPIRES_AT)) {
                sorted.put(TTL, rest(field.getValue(), options));
            } else if (name.equals(SelectTags.FIELD)) {
                SelectTags.without(options.selectTags(), field.getValue())
                        .ifPresent(tags -> sorted.put(name, tags));
            } else {
                sorted.put(name, value(entity, name, field.getValue(), referents));
            }
        }
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        sorted.forEach(element::set);
        return element;
    }

    static String referenced(EntityType type, String field) {
        Reference reference = type.fields().references().get(field);
        if (reference == null) {
            throw new IllegalStateException(type + " has no reference " + field);
        }
        return reference.type();
    }

    private static boolean isLeftOut(
            Entity entity, String name, JsonNode value, DeckSection section, DeckOptions options) {
        boolean needlessId = name.equals("id") && !options.withIds() && isFoundWithoutId(entity);
        boolean known = name.equals("id") || section.fields().contains(fileName(name));
        return needlessId || !known || value.isNull();
    }

    private static String fileName(String field) {
        return field.equals(Intake.EXPIRES_AT) ? TTL : field;
    }

    private static boolean isFoundWithoutId(Entity entity) {
        return entity.name().isPresent();
    }

    private static JsonNode rest(JsonNode expiresAt, DeckOptions options) {
        long rest = expiresAt.asLong() - options.at().getEpochSecond();
        return JsonNodeFactory.instance.numberNode(Math.max(1, rest));
    }

    private static JsonNode value(
            Entity entity, String field, JsonNode value, Map<String, Optional<String>> referents) {
        Reference reference = entity.kind().fields().references().get(field);
        Optional<String> id = entity.reference(field);
        if (reference == null || id.isEmpty()) {
            return field.equals("config") ? value : withoutNulls(value);
        }
        Optional<String> name = referents.getOrDefault(field, Optional.empty());
        return switch (reference.form()) {
            case ID -> TextNode.valueOf(id.get());
            case NAME -> TextNode.valueOf(name.orElse(id.get()));
            case OBJECT -> value;
            case NAMED -> named(id.get(), name);
        };
    }

    /** decK's loader takes a null only inside a configuration. */
    private static JsonNode withoutNulls(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(one -> list.add(withoutNulls(one)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> object.set(field.getKey(), withoutNulls(field.getValue())));
            return object;
        }
        return value;
    }

    private static ObjectNode named(String id, Optional<String> name) {
        ObjectNode both = JsonNodeFactory.instance.objectNode().put("id", id);
        name.ifPresent(text -> both.put("name", text));
        return both;
    }
}
