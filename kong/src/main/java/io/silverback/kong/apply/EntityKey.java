package io.silverback.kong.apply;

import io.silverback.kong.state.Entity;

/** Which entity of a workspace. */
record EntityKey(String type, String id) {

    static EntityKey of(Entity entity) {
        return new EntityKey(entity.type(), entity.id());
    }
}
