package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.catalogue.Scope;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns references by id or name into references by id; names what points to nothing. */
final class DeckReferences {
    private final List<DeckElement> elements;
    private final List<String> problems;
    private final Map<String, String> ids = new HashMap<>();

    DeckReferences(List<DeckElement> elements, List<String> problems) {
        this.elements = elements;
        this.problems = problems;
        for (DeckElement element : elements) {
            String key = element.type().fields().key();
            JsonNode name = key == null ? null : element.fields().get(key);
            if (name != null) {
                ids.putIfAbsent(element.type() + " " + name.asText(), element.id());
            }
        }
        elements.forEach(element -> ids.put(element.type() + " " + element.id(), element.id()));
    }

    List<Entity> resolve() {
        List<Entity> entities = new ArrayList<>();
        for (DeckElement element : elements) {
            ObjectNode fields = element.fields();
            element.type().fields().references().forEach((f, r) -> resolve(element, f, r));
            entities.add(new Entity(element.type().name(), element.id(), fields));
        }
        return entities;
    }

    private void resolve(DeckElement element, String field, Reference reference) {
        JsonNode given = element.fields().get(field);
        if (given == null) {
            return;
        }
        String named =
                given.isObject()
                        ? given.path("id").asText(given.path("name").asText())
                        : given.asText();
        Optional<String> id = idOf(reference, named);
        if (id.isPresent()) {
            element.fields().putObject(field).put("id", id.get());
        } else {
            problems.add(
                    String.format(
                            "%s names %s '%s' in its field %s, which the file does not have",
                            element.label(), reference.type(), named, field));
        }
    }

    private Optional<String> idOf(Reference reference, String named) {
        boolean elsewhere = Catalogue.kong().type(reference.type()).scope() == Scope.ESTATE;
        return Optional.ofNullable(ids.get(reference.type() + " " + named))
                .or(() -> Optional.of(named).filter(id -> elsewhere));
    }
}
