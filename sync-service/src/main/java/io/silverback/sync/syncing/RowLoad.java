package io.silverback.sync.syncing;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.ConfigSynced.Changes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a load of rows did.
 *
 * @param changes by table
 * @param attention rows that were left out or replaced, and why
 * @param from when the snapshot of blue began
 */
public record RowLoad(Map<String, Changes> changes, List<Attention> attention, Instant from) {

    public RowLoad {
        changes = new TreeMap<>(changes);
        attention = List.copyOf(attention);
    }
}
