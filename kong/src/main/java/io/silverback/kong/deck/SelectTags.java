package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.Entity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * decK's {@code select_tags}: a file holds only the entities that carry all of them and says them
 * once; each entity has them again when it is read.
 */
final class SelectTags {
    static final String FIELD = "tags";

    private SelectTags() {}

    /** Adds them to an entity of the file that can have tags. */
    static void add(List<String> selected, EntityType type, ObjectNode fields) {
        if (selected.isEmpty() || !isTaggable(type)) {
            return;
        }
        Set<String> all = new LinkedHashSet<>(texts(fields.path(FIELD)));
        all.addAll(selected);
        ArrayNode tags = fields.putArray(FIELD);
        all.forEach(tags::add);
    }

    /** The tags that a file with these {@code select_tags} still has to say; empty for none. */
    static Optional<JsonNode> without(List<String> selected, JsonNode tags) {
        if (selected.isEmpty()) {
            return Optional.of(tags);
        }
        ArrayNode own = JsonNodeFactory.instance.arrayNode();
        texts(tags).stream().filter(tag -> !selected.contains(tag)).forEach(own::add);
        return own.isEmpty() ? Optional.empty() : Optional.of(own);
    }

    /** Whether a file with these {@code select_tags} holds the entity. */
    static boolean select(List<String> selected, Entity entity) {
        return !isTaggable(entity.kind())
                || texts(entity.fields().path(FIELD)).containsAll(selected);
    }

    private static boolean isTaggable(EntityType type) {
        return type.deck() != null && type.deck().fields().contains(FIELD);
    }

    private static List<String> texts(JsonNode tags) {
        return tags.valueStream().filter(TextNode.class::isInstance).map(JsonNode::asText).toList();
    }
}
