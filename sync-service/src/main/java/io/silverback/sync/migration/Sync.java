package io.silverback.sync.migration;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.ConfigSynced.Changes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sync did.
 *
 * @param changes by entity type
 * @param fingerprint of green's configuration
 * @param nodes of green that proved to have it
 * @param attention what could not be carried and needs a person
 * @param rowsFrom when the snapshot began whose rows were loaded; none where there was none
 */
public record Sync(
        Map<String, Changes> changes,
        String fingerprint,
        List<String> nodes,
        List<Attention> attention,
        @Nullable Instant rowsFrom) {

    public Sync {
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        nodes = List.copyOf(nodes);
        attention = List.copyOf(attention);
    }

    /** The same with what a load of rows did beside it. */
    public Sync with(Map<String, Changes> loaded, List<Attention> more, Instant from) {
        Map<String, Changes> all = new TreeMap<>(changes);
        loaded.forEach((table, one) -> all.merge(table, one, Sync::sum));
        return new Sync(
                all,
                fingerprint,
                nodes,
                Stream.concat(attention.stream(), more.stream()).toList(),
                from);
    }

    private static Changes sum(Changes one, Changes other) {
        return new Changes(
                one.created() + other.created(),
                one.updated() + other.updated(),
                one.deleted() + other.deleted(),
                Math.max(one.unchanged(), other.unchanged()));
    }
}
