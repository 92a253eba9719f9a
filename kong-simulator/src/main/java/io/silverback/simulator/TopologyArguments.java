package io.silverback.simulator;

import io.silverback.simulator.hybrid.DataPlaneOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The arguments that say which nodes there are. */
final class TopologyArguments {
    static final String USAGE =
            " [--nodes N | --role control_plane [--data-planes N] [--data-plane VERSION[,without=PLUGIN...]...]"
                    + " [--status-port PORT]] [--interval MILLISECONDS]";

    private boolean controlPlane;
    private int nodes = 1;
    private int dataPlanes;
    private int statusPort;
    private final List<String> others = new ArrayList<>();
    private Duration interval = Topology.DEFAULT_INTERVAL;

    /** Whether the option was one of these. */
    boolean take(String option, String value) {
        switch (option) {
            case "--role" -> controlPlane = isControlPlane(value);
            case "--nodes" -> nodes = CommandLine.count(option, value);
            case "--data-planes" -> dataPlanes = CommandLine.count(option, value);
            case "--data-plane" -> others.add(value);
            case "--status-port" -> statusPort = CommandLine.port(option, value);
            case "--interval" -> interval = Duration.ofMillis(CommandLine.number(option, value));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isControlPlane(String value) {
        return switch (value) {
            case "control_plane" -> true;
            case "traditional" -> false;
            default ->
                    throw new CommandLine.Misuse(
                            "--role is traditional or control_plane, not " + value + ".");
        };
    }

    Topology topology(String version) {
        if (!controlPlane) {
            return new Topology.Traditional(nodes, interval);
        }
        List<DataPlaneOptions> planes = new ArrayList<>();
        for (int i = 0; i < dataPlanes; i++) {
            planes.add(DataPlaneOptions.of("dp-" + i, version));
        }
        others.forEach(other -> planes.add(plane("dp-" + planes.size(), other)));
        return new Topology.Hybrid(List.copyOf(planes), statusPort, interval);
    }

    private static DataPlaneOptions plane(String name, String described) {
        String[] parts = described.split(",without=");
        return new DataPlaneOptions(
                name, parts[0], Set.copyOf(List.of(parts).subList(1, parts.length)));
    }
}
