package io.silverback.sync.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.KongVersion;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Where on a gateway a workspace is written.
 *
 * @param prefix the workspace, where the gateway has a path for it
 */
record Place(AdminApi api, KongVersion version, Optional<String> prefix) {

    /** An open source gateway has one workspace and no prefix for it. */
    static Uni<Place> of(AdminApi gateway, String workspace) {
        return gateway.root().map(root -> of(gateway, workspace, root));
    }

    /** Whether the gateway has the workspace. */
    Uni<Boolean> exists() {
        return prefix.map(api::hasWorkspace).orElseGet(() -> Uni.createFrom().item(true));
    }

    private static Place of(AdminApi gateway, String workspace, RootInfo root) {
        boolean atRoot =
                workspace.equals(MigrationRequested.ESTATE) || root.edition() == Edition.OSS;
        return atRoot
                ? new Place(gateway.atRoot(), root.version(), Optional.empty())
                : new Place(gateway.in(workspace), root.version(), Optional.of(workspace));
    }
}
