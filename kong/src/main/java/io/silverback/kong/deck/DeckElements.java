package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.DeckSection;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.state.Intake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the sections apart: each element with its id and the reference to what it is nested in. */
final class DeckElements {
    private final String workspace;
    private final Instant at;
    private final SharedSettings shared;
    private final List<String> problems;
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final List<DeckElement> elements = new ArrayList<>();

    DeckElements(String workspace, Instant at, SharedSettings shared, List<String> problems) {
        this.workspace = workspace;
        this.at = at;
        this.shared = shared;
        this.problems = problems;
    }

    /** Takes single elements, of a file that says nothing for many. */
    static DeckElements ofOne(String workspace, Instant at) {
        List<String> problems = new ArrayList<>();
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return new DeckElements(workspace, at, SharedSettings.of(nothing, problems), problems);
    }

    List<DeckElement> collect(ObjectNode document) {
        for (Map.Entry<String, JsonNode> section : document.properties()) {
            if (section.getKey().startsWith("_")) {
                continue;
            }
            Optional<EntityType> type = topLevel(section.getKey());
            if (type.isPresent()) {
                section.getValue().forEach(element -> take(type.get(), element, null, null));
            } else if (isNoConfiguration(section.getKey())) {
                leftOut.put(section.getKey(), section.getValue().size());
            } else {
                problems.add("unknown section " + section.getKey());
            }
        }
        return elements;
    }

    /** What {@code kong config db_export} wrote and no state has, counted. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    private static boolean isNoConfiguration(String section) {
        return Catalogue.kong()
                .find(section)
                .filter(type -> type.kind() != Kind.CONFIGURATION)
                .isPresent();
    }

    private void take(
            EntityType type,
            JsonNode element,
            @Nullable String field,
            @Nullable DeckElement parent) {
        if (!(element instanceof ObjectNode object)) {
            problems.add("an element of " + type + " is not a mapping");
            return;
        }
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .filter(f -> below(type, f.getKey()).isEmpty())
                .forEach(f -> own.set(f.getKey(), f.getValue()));
        if (field != null && parent != null) {
            own.putObject(field).put("id", parent.id());
        }
        DeckElement taken = element(type, own);
        elements.add(taken);
        object.properties().forEach(f -> nested(taken, f.getKey(), f.getValue()));
    }

    /** An element whose own fields are these, with the reference to what it is nested in. */
    DeckElement element(EntityType type, ObjectNode own) {
        shared.apply(type, own);
        ObjectNode fields = Intake.entity(type, own, at).fields();
        return new DeckElement(type, id(type, fields), fields);
    }

    private void nested(DeckElement parent, String section, JsonNode list) {
        below(parent.type(), section)
                .ifPresent(
                        child ->
                                list.forEach(
                                        element ->
                                                take(
                                                        child,
                                                        element,
                                                        field(child, parent),
                                                        parent)));
    }

    private static String field(EntityType child, DeckElement parent) {
        return child.fields().references().entrySet().stream()
                .filter(reference -> reference.getValue().type().equals(parent.type().name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<EntityType> topLevel(String section) {
        return withSection(section).findFirst();
    }

    private static Optional<EntityType> below(EntityType parent, String section) {
        return withSection(section)
                .filter(type -> under(type).stream().anyMatch(f -> refers(type, f, parent)))
                .findFirst();
    }

    private static Stream<EntityType> withSection(String section) {
        return Catalogue.kong().types().stream()
                .filter(type -> type.deck() != null && type.deck().name().equals(section));
    }

    /** The references below which elements of the type may be nested. */
    static List<String> under(EntityType type) {
        DeckSection deck = type.deck();
        return deck == null ? List.of() : deck.under();
    }

    private static boolean refers(EntityType type, String field, EntityType parent) {
        return DeckFields.referenced(type, field).equals(parent.name());
    }

    /** The given id, or one that the same name in the same workspace always gets. */
    private String id(EntityType type, ObjectNode fields) {
        if (!type.fields().identity().isEmpty()) {
            return Intake.idOf(type, fields);
        }
        if (fields.has("id")) {
            return fields.path("id").asText();
        }
        StringBuilder natural = new StringBuilder(workspace).append('|').append(type);
        List<List<String>> unique = type.fields().unique();
        List<String> identifying = unique.isEmpty() ? List.of() : unique.get(unique.size() - 1);
        List<String> first = unique.isEmpty() ? List.of() : unique.get(0);
        first.forEach(field -> natural.append('|').append(fields.path(field)));
        identifying.forEach(field -> natural.append('|').append(fields.path(field)));
        if (unique.isEmpty()) {
            natural.append(fields);
        }
        return UUID.nameUUIDFromBytes(natural.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
