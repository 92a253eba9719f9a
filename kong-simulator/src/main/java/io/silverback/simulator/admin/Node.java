package io.silverback.simulator.admin;

import io.silverback.simulator.store.Manners;

/** What a node says of itself. */
public record Node(
        String name,
        String id,
        String version,
        Manners manners,
        boolean enterprise,
        int adminPort,
        int proxyPort,
        Cluster cluster) {

    /** The database as Kong's configuration names it. */
    String database() {
        return manners == Manners.CASSANDRA ? "cassandra" : "postgres";
    }
}
