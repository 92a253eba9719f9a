package io.silverback.simulator;

import io.silverback.simulator.hybrid.DataPlaneOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which nodes there are, and how long news takes from one to another. */
public sealed interface Topology {
    /** How often Kong's nodes ask for news, and how often a control plane pushes at most. */
    Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);

    /** How long news takes at most. */
    Duration interval();

    /** One node on its own. */
    static Topology single() {
        return new Traditional(1, DEFAULT_INTERVAL);
    }

    /** A control plane with data planes of its own version. */
    static Topology hybrid(int dataPlanes, String version) {
        List<DataPlaneOptions> planes = new ArrayList<>();
        for (int i = 0; i < dataPlanes; i++) {
            planes.add(DataPlaneOptions.of("dp-" + i, version));
        }
        return new Hybrid(List.copyOf(planes), 0, DEFAULT_INTERVAL);
    }

    /**
     * Nodes over one database, each with an Admin API and a proxy on the ports of the first plus
     * its number.
     */
    record Traditional(int nodes, Duration interval) implements Topology {}

    /**
     * A control plane with an Admin API, and data planes with a proxy and a status API each.
     *
     * @param statusPort the first data plane's, each other's is one higher; 0 for free ones
     */
    record Hybrid(List<DataPlaneOptions> dataPlanes, int statusPort, Duration interval)
            implements Topology {}
}
