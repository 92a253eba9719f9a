package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.DeclarativeState;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * One workspace of a gateway, or what belongs to none.
 *
 * @param root the gateway's Admin API, in no workspace
 * @param counted whether the gateway may keep counts of it
 * @param types what is read
 */
record Place(
        AdminApi root,
        String workspace,
        boolean counted,
        List<EntityType> types,
        Collections collections) {

    Uni<DeclarativeState> once() {
        return collections
                .read(types)
                .map(contents -> new DeclarativeState(workspace, contents.entities()));
    }

    Uni<DeclarativeState> steadily() {
        return new SteadyReading(collections, types, root.gateway(), workspace)
                .read()
                .map(entities -> new DeclarativeState(workspace, entities))
                .call(this::check);
    }

    private Uni<Void> check(DeclarativeState state) {
        return counted
                ? root.find("/workspaces/" + Access.escape(workspace) + "/meta")
                        .invoke(meta -> meta.ifPresent(found -> check(state, found)))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private void check(DeclarativeState state, JsonNode meta) {
        List<String> missing = OwnCounts.missing(types, meta.path("counts"), state);
        if (!missing.isEmpty()) {
            throw new CountedLessException(root.gateway(), workspace, missing);
        }
    }
}
