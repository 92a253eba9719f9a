package io.silverback.simulator.hybrid;

import io.silverback.simulator.store.Database;
import java.util.List;
import java.util.Set;

/**
 * What a control plane pushes: all rows of one moment.
 *
 * @param refused what a data plane's schemas refuse of it, one sentence for each row
 * @param plugins the names of the plugins in use
 */
record Configuration(String hash, Database rows, List<String> refused, Set<String> plugins) {
    /** The hash of a data plane that has nothing. */
    static final String EMPTY_HASH = "0".repeat(32);
}
