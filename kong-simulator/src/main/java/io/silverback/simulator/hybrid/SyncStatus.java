package io.silverback.simulator.hybrid;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a control plane makes of a data plane that asks for its configuration. */
public enum SyncStatus {
    /** It gets the configuration. */
    NORMAL,
    /** Another major version, or a newer minor one than the control plane's. */
    KONG_VERSION_INCOMPATIBLE,
    /** It lacks a plugin that is in use. */
    PLUGIN_SET_INCOMPATIBLE;

    /** The name that the Admin API shows. */
    String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SyncStatus of(DataPlaneOptions plane, String version, Set<String> pluginsInUse) {
        List<Integer> control = numbers(version);
        List<Integer> data = numbers(plane.version());
        if (!control.get(0).equals(data.get(0)) || data.get(1) > control.get(1)) {
            return KONG_VERSION_INCOMPATIBLE;
        }
        return plane.lacking().stream().anyMatch(pluginsInUse::contains)
                ? PLUGIN_SET_INCOMPATIBLE
                : NORMAL;
    }

    private static List<Integer> numbers(String version) {
        return Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
    }
}
