package io.silverback.contracts;

import java.util.List;
import java.util.Map;

/**
 * Green has the workspace's configuration.
 *
 * @param changes by entity type
 * @param fingerprint of green's configuration
 * @param nodes green's nodes or data planes that proved to have it
 * @param attention what could not be carried and needs a person
 */
public record ConfigSynced(
        String migrationId,
        String workspace,
        String planHash,
        long generation,
        Map<String, Changes> changes,
        String fingerprint,
        List<String> nodes,
        List<Attention> attention)
        implements Event {

    /** How many entities of one type were touched. */
    public record Changes(int created, int updated, int deleted, int unchanged) {}

    /** Entities of one type that need a person, and why; names are of entities, never secrets. */
    public record Attention(String entityType, List<String> names, String reason) {
        public Attention {
            names = List.copyOf(names);
        }
    }

    public ConfigSynced {
        changes = Map.copyOf(changes);
        nodes = List.copyOf(nodes);
        attention = List.copyOf(attention);
    }
}
