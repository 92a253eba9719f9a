package io.silverback.verify.probing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What probes are made from, as the Admin API gives it.
 *
 * @param credentials number of credentials of all kinds
 */
public record WorkspaceConfiguration(
        List<JsonNode> routes,
        List<JsonNode> plugins,
        List<JsonNode> keys,
        List<JsonNode> groups,
        int credentials) {

    public WorkspaceConfiguration {
        routes = List.copyOf(routes);
        plugins = List.copyOf(plugins);
        keys = List.copyOf(keys);
        groups = List.copyOf(groups);
    }

    /** Keys are secrets. */
    @Override
    public String toString() {
        return "WorkspaceConfiguration[" + routes.size() + " routes, " + keys.size() + " keys]";
    }
}
