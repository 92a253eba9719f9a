package io.silverback.simulator.load;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decK file taken apart: its nested entities as a flat list, each with references to its parents.
 */
final class DeckFile {
    private final Catalogue catalogue;
    private final String workspace;
    private final List<Part> parts = new ArrayList<>();

    /** One entity of a file. */
    record Part(EntityType type, Document entity) {}

    DeckFile(Catalogue catalogue, Document file) {
        this.catalogue = catalogue;
        this.workspace =
                file.containsKey("_workspace") ? String.valueOf(file.get("_workspace")) : "default";
        file.forEach(
                (name, value) -> {
                    EntityType type = catalogue.find(name);
                    if (type != null && value instanceof List<?> list) {
                        list.forEach(
                                entity -> add(type, Document.of((Map<?, ?>) entity), null, null));
                    }
                });
        List<String> order = catalogue.entities().stream().map(EntityType::name).toList();
        parts.sort(Comparator.comparingInt(part -> order.indexOf(part.type().name())));
    }

    String workspace() {
        return workspace;
    }

    /** The entities, each after those it refers to. */
    List<Part> parts() {
        return parts;
    }

    private void add(
            EntityType type, Document entity, @Nullable Field by, @Nullable String parent) {
        if (by != null && parent != null) {
            entity.put(by.name(), Document.of("id", parent));
        }
        type.foreignFields().forEach(field -> reference(field, entity));
        if (entity.get("id") == null) {
            entity.put("id", derivedId(type, entity));
        }
        String id = String.valueOf(entity.get("id"));
        for (String member : List.copyOf(entity.keySet())) {
            EntityType child = type.fields().containsKey(member) ? null : catalogue.find(member);
            Field up = child == null ? null : child.foreignTo(type.name());
            if (child != null && up != null && entity.remove(member) instanceof List<?> children) {
                children.forEach(each -> add(child, Document.of((Map<?, ?>) each), up, id));
            }
        }
        parts.add(new Part(type, entity));
    }

    /** A reference may be written as a bare id or name. */
    private static void reference(Field field, Document entity) {
        if (entity.get(field.name()) instanceof String text) {
            boolean id = text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            entity.put(field.name(), Document.of(id ? "id" : "name", text));
        }
    }

    /**
     * An entity without an id gets one that follows from what it is: the same file gives the same
     * ids.
     */
    private String derivedId(EntityType type, Document entity) {
        String seed = workspace + "/" + type.name() + "/" + entity;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
