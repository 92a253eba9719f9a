package io.silverback.dump.dumping;

import io.silverback.artefacts.Content;
import java.util.List;
import java.util.Map;

/**
 * What was read of blue.
 *
 * @param counts entities by type
 * @param version of the gateway
 * @param fingerprint equal for equal configuration
 * @param parts in the order in which they are stored
 */
public record Reading(
        Map<String, Integer> counts, String version, String fingerprint, List<Part> parts) {

    public Reading {
        counts = Map.copyOf(counts);
        parts = List.copyOf(parts);
    }

    /** One artefact to be: its content is written on a worker thread. */
    public record Part(String name, Content content) {}
}
