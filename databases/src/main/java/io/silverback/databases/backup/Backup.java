package io.silverback.databases.backup;

import io.silverback.artefacts.StoredArtefact;
import io.silverback.databases.DatabaseKind;
import java.time.Instant;
import java.util.List;

/**
 * What stands in a backup's receipt, which is written last: without it there is none.
 *
 * @param owner of its artefacts; the plan whose snapshot it is, where it is one
 * @param generation 0 for one that belongs to no plan
 * @param place name of the keyspace, or of the database
 * @param kongVersion as the gateway said; {@code unknown} where it did not answer
 * @param rows of all tables
 * @param manifest SHA-256 of the list of its parts
 * @param artefacts all of it but the receipt
 */
public record Backup(
        String owner,
        int generation,
        String gateway,
        DatabaseKind kind,
        String place,
        String kongVersion,
        Instant takenAt,
        long rows,
        String manifest,
        List<StoredArtefact> artefacts) {

    /** Where a gateway did not say its version. */
    public static final String UNKNOWN_VERSION = "unknown";

    /** What people call it by. */
    public String id() {
        return generation == 0 ? owner : owner + "." + generation;
    }

    /** Its size as stored, in one store. */
    public long bytes() {
        return artefacts.stream().mapToLong(StoredArtefact::bytes).sum();
    }
}
