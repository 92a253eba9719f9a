package io.silverback.sync.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.KongVersion;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Where on a gateway a workspace is written.
 *
 * @param prefixed whether the gateway has a path of its own for the workspace
 * @param endpoints every path that the gateway lists
 */
record Place(
        AdminApi api, String workspace, boolean prefixed, RootInfo root, Set<String> endpoints) {

    /** An open source gateway has one workspace and no prefix for it. */
    static Uni<Place> of(AdminApi gateway, String workspace) {
        return Uni.combine()
                .all()
                .unis(gateway.root(), gateway.endpoints())
                .with((root, endpoints) -> of(gateway, workspace, root, endpoints));
    }

    KongVersion version() {
        return root.version();
    }

    /** Whether the gateway has entities of this type, as far as it or its documentation says. */
    boolean has(EntityType type) {
        return type.availability().in(root.edition(), root.version())
                && (type.availability().proven()
                        || endpoints.stream().anyMatch(type.access()::listedAs));
    }

    /** Whether the gateway has the workspace. */
    Uni<Boolean> exists() {
        return prefixed ? api.hasWorkspace(workspace) : Uni.createFrom().item(true);
    }

    private static Place of(
            AdminApi gateway, String workspace, RootInfo root, Set<String> endpoints) {
        boolean prefixed =
                !workspace.equals(MigrationRequested.ESTATE) && root.edition() != Edition.OSS;
        AdminApi api = prefixed ? gateway.in(workspace) : gateway.atRoot();
        return new Place(api, workspace, prefixed, root, endpoints);
    }
}
