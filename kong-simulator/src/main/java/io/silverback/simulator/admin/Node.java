package io.silverback.simulator.admin;

import io.silverback.simulator.store.Manners;
import java.util.Map;

/**
 * What a node says of itself.
 *
 * @param settings of its configuration that are not the installation's defaults
 */
public record Node(
        String name,
        String id,
        String version,
        Manners manners,
        boolean enterprise,
        int adminPort,
        int proxyPort,
        Cluster cluster,
        Map<String, Object> settings) {

    /** Whether the version is that one or a newer one. */
    boolean isAtLeast(int major, int minor) {
        String[] parts = version.split("\\.");
        int first = Integer.parseInt(parts[0]);
        return first > major || first == major && Integer.parseInt(parts[1]) >= minor;
    }

    /** The database as Kong's configuration names it. */
    String database() {
        return manners == Manners.CASSANDRA ? "cassandra" : "postgres";
    }
}
