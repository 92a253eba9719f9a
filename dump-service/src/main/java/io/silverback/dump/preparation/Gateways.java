package io.silverback.dump.preparation;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/** The registered gateways, as preparation asks them. Failures name gateway, URL and cause. */
public interface Gateways {

    /** What the gateway says of itself. */
    Uni<GatewayFacts> facts(String gateway);

    /** Whether the gateway has the workspace; {@code _estate} is on each. */
    Uni<Boolean> hasWorkspace(String gateway, String workspace);

    /** Entities by type; for {@code _estate}, of the workspaces only those that are moved. */
    Uni<Map<String, Integer>> counts(String gateway, String workspace, Set<String> moved);
}
