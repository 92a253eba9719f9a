package io.silverback.dump.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.migration.Finding;
import io.silverback.dump.preparation.GatewayFacts;
import io.silverback.dump.preparation.Gateways;
import io.silverback.dump.preparation.Inventory;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.apply.Inventory.Remark;
import io.silverback.kong.catalogue.Edition;
import io.silverback.registry.Gateway;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gateways by their Admin APIs. */
@ApplicationScoped
class KongGateways implements Gateways {

    private static final String ONLY_WORKSPACE = "default";
    private static final int AT_ONCE = 8;

    private final AdminApis apis;

    KongGateways(AdminApis apis) {
        this.apis = apis;
    }

    @Override
    public Uni<GatewayFacts> facts(String gateway) {
        return Uni.createFrom()
                .deferred(() -> apis.of(gateway).root())
                .map(root -> facts(apis.registered(gateway), root));
    }

    @Override
    public Uni<Boolean> hasWorkspace(String gateway, String workspace) {
        if (workspace.equals(MigrationRequested.ESTATE)) {
            return Uni.createFrom().item(true);
        }
        return Uni.createFrom().deferred(() -> hasWorkspace(apis.of(gateway), workspace));
    }

    /** Reads all of it: what may not be read, or not be paged, is found before the first write. */
    @Override
    public Uni<Inventory> inventory(String gateway, String workspace, Set<String> moved) {
        return new GatewayReader(apis.of(gateway), Clock.systemUTC(), AT_ONCE)
                .inventory(workspace, Moved.of(moved))
                .map(found -> new Inventory(found.counts(), findings(found.remarks())));
    }

    private static List<Finding> findings(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> new Finding(remark.code(), remark.meaning()))
                .toList();
    }

    private static Uni<Boolean> hasWorkspace(AdminApi api, String workspace) {
        return api.root()
                .chain(
                        root ->
                                root.edition() == Edition.OSS
                                        ? Uni.createFrom().item(workspace.equals(ONLY_WORKSPACE))
                                        : api.hasWorkspace(workspace));
    }

    private static GatewayFacts facts(Gateway registered, RootInfo root) {
        return new GatewayFacts(
                registered.name(),
                registered.database().name().toLowerCase(Locale.ROOT),
                root.database(),
                root.version().toString(),
                root.edition().name().toLowerCase(Locale.ROOT),
                registered.access().isPresent());
    }
}
