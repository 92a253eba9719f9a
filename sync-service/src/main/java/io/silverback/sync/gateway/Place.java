package io.silverback.sync.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.catalogue.Edition;
import io.smallrye.mutiny.Uni;

/** Where on a gateway a workspace is written. */
final class Place {

    private Place() {}

    /** An open source gateway has one workspace and no prefix for it. */
    static Uni<AdminApi> of(AdminApi gateway, String workspace) {
        return gateway.root()
                .map(
                        root ->
                                workspace.equals(MigrationRequested.ESTATE)
                                                || root.edition() == Edition.OSS
                                        ? gateway.atRoot()
                                        : gateway.in(workspace));
    }
}
