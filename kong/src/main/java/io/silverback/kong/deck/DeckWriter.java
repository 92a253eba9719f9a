package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.DeckSection;
import io.silverback.kong.catalogue.DeckSection.Part;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a state as decK's file: keys sorted, lists by name or else by id. */
public final class DeckWriter {
    private static final Comparator<Entity> ORDER =
            Comparator.comparing((Entity entity) -> entity.name().orElse("\uffff"))
                    .thenComparing(Entity::id);

    private final DeclarativeState state;
    private final DeckOptions options;
    private final Map<String, TreeMap<String, List<Entity>>> nested = new HashMap<>();
    private final TreeMap<String, List<Entity>> top = new TreeMap<>();

    private DeckWriter(DeclarativeState state, DeckOptions options) {
        this.state = state;
        this.options = options;
    }

    /** One part of the state as decK's file; what decK has no word for is left out. */
    public static String write(DeclarativeState state, Part part, DeckOptions options) {
        return DeckYaml.write(new DeckWriter(state, options).document(part));
    }

    private ObjectNode document(Part part) {
        state.entities().stream()
                .filter(entity -> entity.kind().isIn(part))
                .filter(entity -> SelectTags.select(options.selectTags(), entity))
                .forEach(this::place);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("_format_version", options.format());
        if (!options.selectTags().isEmpty()) {
            ArrayNode tags = document.putObject("_info").putArray("select_tags");
            options.selectTags().forEach(tags::add);
        }
        document.put("_workspace", state.workspace());
        sections(document, top);
        return document;
    }

    private void place(Entity entity) {
        Optional<String> parent = parentField(entity);
        TreeMap<String, List<Entity>> sections =
                parent.map(
                                field ->
                                        nested.computeIfAbsent(
                                                parentKey(entity, field), k -> new TreeMap<>()))
                        .orElse(top);
        sections.computeIfAbsent(section(entity).name(), name -> new ArrayList<>()).add(entity);
    }

    private void sections(ObjectNode target, TreeMap<String, List<Entity>> sections) {
        sections.forEach(
                (name, entities) -> {
                    ArrayNode list = target.putArray(name);
                    entities.stream().sorted(ORDER).map(this::element).forEach(list::add);
                });
    }

    private ObjectNode element(Entity entity) {
        ObjectNode element =
                DeckFields.of(entity, parentField(entity), state, section(entity), options);
        sections(element, nested.getOrDefault(key(entity.type(), entity.id()), new TreeMap<>()));
        return element;
    }

    /** The one reference below which the entity stands, if its parent is in the file too. */
    private Optional<String> parentField(Entity entity) {
        List<String> set =
                section(entity).under().stream()
                        .filter(field -> entity.reference(field).isPresent())
                        .toList();
        return set.size() == 1
                ? Optional.of(set.get(0)).filter(field -> parent(entity, field).isPresent())
                : Optional.empty();
    }

    private Optional<Entity> parent(Entity entity, String field) {
        EntityType type = entity.kind();
        return entity.reference(field)
                .flatMap(id -> state.find(DeckFields.referenced(type, field), id));
    }

    private static String parentKey(Entity entity, String field) {
        return key(DeckFields.referenced(entity.kind(), field), entity.reference(field).orElse(""));
    }

    private static String key(String type, String id) {
        return type + " " + id;
    }

    private static DeckSection section(Entity entity) {
        DeckSection section = entity.kind().deck();
        if (section == null) {
            throw new IllegalStateException(entity.type() + " has no section in decK's file");
        }
        return section;
    }
}
