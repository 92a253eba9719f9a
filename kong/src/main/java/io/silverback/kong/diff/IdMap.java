package io.silverback.kong.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.util.HashMap;
import java.util.Map;

/** Which desired entity goes under which other id on the actual side. */
final class IdMap {
    private final Map<String, String> ids = new HashMap<>();

    void put(Entity desired, Entity actual) {
        if (!desired.id().equals(actual.id())) {
            ids.put(ActualSide.key(desired), actual.id());
        }
    }

    /** The entity with its references as the actual side has them. */
    Entity translate(Entity desired) {
        if (ids.isEmpty()) {
            return desired;
        }
        EntityType type = desired.kind();
        ObjectNode fields = desired.fields().deepCopy();
        for (Map.Entry<String, Reference> reference : type.fields().references().entrySet()) {
            desired.reference(reference.getKey())
                    .map(id -> ids.get(reference.getValue().type() + " " + id))
                    .ifPresent(id -> fields.putObject(reference.getKey()).put("id", id));
        }
        String id = type.fields().identity().isEmpty() ? desired.id() : Intake.idOf(type, fields);
        return new Entity(desired.type(), id, fields);
    }

    /** The entity under the id, and made at the time, that the actual side has for it. */
    static Entity under(Entity desired, Entity actual) {
        if (desired.id().equals(actual.id())) {
            return desired;
        }
        ObjectNode fields = desired.fields().deepCopy();
        fields.remove("created_at");
        if (actual.fields().has("created_at")) {
            fields.set("created_at", actual.fields().get("created_at"));
        }
        if (actual.idGiven()) {
            fields.put("id", actual.id());
        }
        return new Entity(desired.type(), actual.id(), fields);
    }
}
