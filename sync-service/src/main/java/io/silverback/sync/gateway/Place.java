package io.silverback.sync.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.KongVersion;
import io.smallrye.mutiny.Uni;

/** Where on a gateway a workspace is written. */
record Place(AdminApi api, KongVersion version) {

    /** An open source gateway has one workspace and no prefix for it. */
    static Uni<Place> of(AdminApi gateway, String workspace) {
        return gateway.root().map(root -> of(gateway, workspace, root));
    }

    private static Place of(AdminApi gateway, String workspace, RootInfo root) {
        boolean atRoot =
                workspace.equals(MigrationRequested.ESTATE) || root.edition() == Edition.OSS;
        return new Place(atRoot ? gateway.atRoot() : gateway.in(workspace), root.version());
    }
}
