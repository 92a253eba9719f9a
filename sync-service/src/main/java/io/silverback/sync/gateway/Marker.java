package io.silverback.sync.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.ConfigurationProof;
import io.silverback.messaging.PermanentFailure;
import io.silverback.registry.Gateway;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Proves with a marker upstream that each node of a gateway has what was written. */
@ApplicationScoped
class Marker {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AdminApis apis;

    Marker(AdminApis apis) {
        this.apis = apis;
    }

    /** The names of the nodes, all of which have it; fails naming those that have not. */
    Uni<List<String>> prove(String gateway, String migrationId) {
        AdminApi api = apis.of(gateway);
        List<AdminApi> nodes = nodes(apis.registered(gateway), api);
        String nonce = migrationId + "-" + UUID.randomUUID();
        return remove(gateway, migrationId)
                .chain(() -> new ConfigurationProof(api, nodes, LIMIT).missing(nonce))
                .eventually(
                        () -> nodes.stream().filter(node -> node != api).forEach(AdminApi::close))
                .map(missing -> names(gateway, nodes, missing));
    }

    /** Removes what attempts left that were cut off between writing a marker and removing it. */
    Uni<Void> remove(String gateway, String migrationId) {
        AdminApi api = apis.of(gateway);
        String prefix = ConfigurationProof.marker(migrationId);
        return api.list("/upstreams")
                .map(Marker::name)
                .filter(name -> name.startsWith(prefix))
                .collect()
                .asList()
                .chain(names -> remove(api, names));
    }

    private static Uni<Void> remove(AdminApi api, List<String> names) {
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(name -> api.delete("/upstreams/" + name))
                .onItem()
                .ignoreAsUni();
    }

    private List<AdminApi> nodes(Gateway gateway, AdminApi api) {
        List<AdminApi> nodes =
                gateway.nodes().stream()
                        .flatMap(node -> apis.node(gateway, node).stream())
                        .toList();
        return nodes.isEmpty() ? List.of(api) : nodes;
    }

    private static List<String> names(String gateway, List<AdminApi> nodes, List<String> missing) {
        if (!missing.isEmpty()) {
            throw new PermanentFailure(
                    "Nodes %s of gateway %s did not show what was written within %d s."
                            .formatted(missing, gateway, LIMIT.toSeconds()));
        }
        return nodes.stream().map(AdminApi::gateway).toList();
    }

    private static String name(ObjectNode upstream) {
        return upstream.path("name").asText();
    }
}
