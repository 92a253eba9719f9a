package io.silverback.dump.preparation;

import io.silverback.dump.migration.Finding;
import java.util.List;
import java.util.Map;

/**
 * What there is to move.
 *
 * @param counts entities by type
 * @param findings what was found on the way and stops nothing
 */
public record Inventory(Map<String, Integer> counts, List<Finding> findings) {

    public Inventory {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
    }
}
