package io.silverback.sync.syncing;

import io.silverback.messaging.Lease;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What a migration wrote on green, or is just about to. */
public interface Journal {

    /**
     * Notes writes before they are made. What was noted before is not noted again.
     *
     * @param replaced names the artefact that holds what the updates and deletions replace
     */
    Uni<Void> note(
            Lease lease,
            String migrationId,
            long generation,
            List<Write> writes,
            Optional<String> replaced);

    /** The writes of one dump, in order; also those of an attempt that was cut off. */
    Uni<List<Write>> of(Lease lease, String migrationId, long generation);

    /** Everything that the migration wrote, in order. */
    Uni<List<Noted>> all(Lease lease, String migrationId);
}
