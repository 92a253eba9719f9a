package io.silverback.dump.preparation;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** The registered gateways, as preparation asks them. Failures name gateway, URL and cause. */
public interface Gateways {

    /** What the gateway says of itself. */
    Uni<GatewayFacts> facts(String gateway);

    /** Whether the gateway has the workspace; {@code _estate} is on each. */
    Uni<Boolean> hasWorkspace(String gateway, String workspace);

    /** What there is to move; for {@code _estate}, of the workspaces only those that are moved. */
    Uni<Inventory> inventory(String gateway, String workspace, Set<String> moved);
}
