package io.silverback.dump.migration;

import io.silverback.contracts.Transport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What preparation found out.
 *
 * @param version of both gateways, such as {@code 3.3.1}
 * @param counts blue's entities by type, as far as they can be told without reading them
 * @param findings that do not stop the plan but are shown at the gate
 */
public record Prepared(
        Transport transport,
        String version,
        String edition,
        Map<String, Integer> counts,
        List<Finding> findings) {

    public Prepared {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        findings = List.copyOf(findings);
    }

    /** How many entities blue has of all types. */
    public int entities() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
