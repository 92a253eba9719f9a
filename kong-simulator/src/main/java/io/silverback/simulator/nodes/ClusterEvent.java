package io.silverback.simulator.nodes;

import java.util.regex.Pattern;

/**
 * A row of {@code cluster_events}, by which Kong's nodes tell each other what to forget.
 *
 * @param data for {@code invalidations} a cache key: {@code entity:value:::::workspace}
 */
public record ClusterEvent(String channel, String data) {
    /** The channel that makes a control plane push. */
    public static final String PUSH = "clustering:push_config";

    private static final Pattern WORKSPACE =
            Pattern.compile(":[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

    /** Whether something is to be forgotten. */
    boolean isInvalidation() {
        return channel.equals("invalidations");
    }

    /** The entity of a cache key. */
    String entity() {
        int colon = data.indexOf(':');
        return isInvalidation() && colon > 0 ? data.substring(0, colon) : "";
    }

    /** The value of a cache key, without entity and workspace. */
    String key() {
        String rest = data.substring(data.indexOf(':') + 1);
        String value = WORKSPACE.matcher(rest).replaceFirst("");
        return rest.equals(value) || value.endsWith(":") ? value.replaceFirst(":+$", "") : rest;
    }
}
