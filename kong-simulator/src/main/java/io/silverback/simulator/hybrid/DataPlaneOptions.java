package io.silverback.simulator.hybrid;

import java.util.Set;

/**
 * One data plane as it is installed.
 *
 * @param lacking the plugins that it does not have
 */
public record DataPlaneOptions(String name, String version, Set<String> lacking) {
    /** A data plane that has all plugins. */
    public static DataPlaneOptions of(String name, String version) {
        return new DataPlaneOptions(name, version, Set.of());
    }
}
