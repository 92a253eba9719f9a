package io.silverback.sync.migration;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.ConfigSynced.Changes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sync did.
 *
 * @param changes by entity type
 * @param fingerprint of green's configuration
 * @param nodes of green that proved to have it
 * @param attention what could not be carried and needs a person
 */
public record Sync(
        Map<String, Changes> changes,
        String fingerprint,
        List<String> nodes,
        List<Attention> attention) {

    public Sync {
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        nodes = List.copyOf(nodes);
        attention = List.copyOf(attention);
    }
}
