package io.silverback.contracts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workspace of blue has been read and lies in the artefact store.
 *
 * @param counts entities by type, such as {@code services: 12}
 * @param fingerprint of the configuration, without runtime rows and {@code updated_at}
 * @param backup reference of blue's backup, where one was taken
 */
public record ConfigDumped(
        String migrationId,
        String workspace,
        String planHash,
        long generation,
        Transport transport,
        List<ArtefactReference> artefacts,
        Map<String, Integer> counts,
        String gatewayVersion,
        String fingerprint,
        @Nullable String backup)
        implements Event {

    /** Name of the artefact that is the manifest of blue's rows, where the transport is rows. */
    public static final String SNAPSHOT = "rows.manifest.json";

    public ConfigDumped {
        artefacts = List.copyOf(artefacts);
        counts = Map.copyOf(counts);
    }
}
