package io.silverback.kong.apply;

import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.List;

/** Which entity of a workspace. */
record EntityKey(String type, String id) {

    static EntityKey of(Entity entity) {
        return new EntityKey(entity.type(), entity.id());
    }

    /** What {@code entity} refers to. */
    static List<EntityKey> references(Entity entity) {
        List<EntityKey> keys = new ArrayList<>();
        entity.kind()
                .fields()
                .references()
                .forEach(
                        (field, reference) ->
                                entity.reference(field)
                                        .map(id -> new EntityKey(reference.type(), id))
                                        .ifPresent(keys::add));
        return keys;
    }
}
