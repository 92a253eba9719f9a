package io.silverback.sync.rows;

import io.silverback.gateways.AdminApis;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.database.check.GreenMode;
import io.silverback.registry.Gateway;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What running nodes hold in memory of rows that came, or went, behind their backs. */
@ApplicationScoped
class NodeCaches {

    private final AdminApis apis;

    NodeCaches(AdminApis apis) {
        this.apis = apis;
    }

    /** Data planes get their configuration pushed; a gateway without any reads its database. */
    GreenMode mode(String gateway) {
        return apis.registered(gateway).nodes().stream().anyMatch(NodeCaches::isDataPlane)
                ? GreenMode.HYBRID
                : GreenMode.TRADITIONAL;
    }

    /**
     * Empties the caches of each node that has an Admin API; fails naming one that can't be
     * reached.
     */
    Uni<Void> clear(String gateway) {
        Gateway registered = apis.registered(gateway);
        List<Gateway.Node> nodes =
                registered.nodes().stream().filter(node -> !isDataPlane(node)).toList();
        if (nodes.isEmpty()) {
            return apis.of(gateway).delete("/cache");
        }
        return Multi.createFrom()
                .iterable(nodes)
                .onItem()
                .transformToUniAndConcatenate(node -> clear(registered, node))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> clear(Gateway gateway, Gateway.Node node) {
        AdminApi api = apis.node(gateway, node).orElseThrow();
        return api.delete("/cache").eventually(api::close);
    }

    private static boolean isDataPlane(Gateway.Node node) {
        return node.statusUrl().isPresent();
    }
}
