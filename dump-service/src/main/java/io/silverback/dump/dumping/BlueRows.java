package io.silverback.dump.dumping;

import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.MigrationRequested;
import io.smallrye.mutiny.Uni;
import java.util.function.BooleanSupplier;

/** The rows in blue's database. Failures name gateway and cause. */
public interface BlueRows {

    /** Completes when both databases let us in. */
    Uni<Void> reach(String blue, String green);

    /**
     * Takes a snapshot of all of blue's rows, which serves all migrations of the plan; its
     * manifest.
     *
     * @param version of Kong, for the manifest
     * @param isHeld whether this is still the only attempt at it
     */
    Uni<ArtefactReference> snapshot(
            MigrationRequested request, long generation, String version, BooleanSupplier isHeld);
}
