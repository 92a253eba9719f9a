package io.silverback.dump.migration;

import io.silverback.contracts.ArtefactReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A workspace of blue as it lies in the artefact store.
 *
 * @param counts entities by type
 * @param version of the gateway it was read from
 */
public record Dump(
        List<ArtefactReference> artefacts,
        Map<String, Integer> counts,
        String version,
        String fingerprint) {

    public Dump {
        artefacts = List.copyOf(artefacts);
        counts = Map.copyOf(counts);
    }

    /** The same with one more artefact. */
    public Dump with(ArtefactReference artefact) {
        List<ArtefactReference> all = new ArrayList<>(artefacts);
        all.add(artefact);
        return new Dump(all, counts, version, fingerprint);
    }
}
