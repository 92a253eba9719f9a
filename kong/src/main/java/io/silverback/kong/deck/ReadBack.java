package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.catalogue.Reference.Form;
import io.silverback.kong.state.Entity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a reader of the file takes an element for, as far as that rests on the element alone. */
final class ReadBack {
    private final DeckElements reader;

    ReadBack(String workspace) {
        reader = DeckElements.ofOne(workspace, Instant.EPOCH);
    }

    /** The fields; none where it would be taken for another entity. */
    ObjectNode fields(Entity entity, ObjectNode element, Optional<String> parent) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        written(element).properties().forEach(f -> own.set(f.getKey(), f.getValue()));
        parent.ifPresent(
                field -> own.putObject(field).put("id", entity.reference(field).orElseThrow()));
        DeckElement taken = reader.element(entity.kind(), own);
        if (!taken.id().equals(entity.id())) {
            return JsonNodeFactory.instance.objectNode();
        }
        entity.kind().fields().references().forEach((f, r) -> resolve(taken.fields(), f, r));
        return taken.fields();
    }

    /** A reference by name alone is left as it stands: a name may be another's, too. */
    private static void resolve(ObjectNode fields, String field, Reference reference) {
        JsonNode given = fields.path(field);
        Optional<String> id =
                reference.form() == Form.ID && given.isTextual()
                        ? Optional.of(given.asText())
                        : Access.idOf(given);
        id.ifPresent(known -> fields.putObject(field).put("id", known));
    }

    /** Through YAML, unless that surely changes nothing. */
    private static ObjectNode written(ObjectNode element) {
        return isPlain(element) ? element : DeckYaml.read("", DeckYaml.write(element));
    }

    private static boolean isPlain(JsonNode value) {
        if (value.isContainerNode()) {
            return value.properties().stream().map(Map.Entry::getKey).allMatch(ReadBack::isPlain)
                    && value.valueStream().allMatch(ReadBack::isPlain);
        }
        return value.isTextual()
                ? isPlain(value.textValue())
                : value.isInt() || value.isBoolean() || value.isNull();
    }

    private static boolean isPlain(String text) {
        return !text.contains("${{") && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
