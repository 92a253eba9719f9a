package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.EntityType;

/** An entity of the file, its references not yet resolved. */
record DeckElement(EntityType type, String id, ObjectNode fields) {

    String label() {
        String key = type.fields().key();
        boolean shown = key != null && fields.path(key).isTextual() && !type.fields().isSecret(key);
        return type + " " + (shown ? fields.path(String.valueOf(key)).asText() : id);
    }
}
