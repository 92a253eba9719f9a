package io.silverback.sync.syncing;

import io.silverback.messaging.Lease;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a migration wrote on green, or is just about to. */
public interface Journal {

    /** Notes writes before they are made. What was noted before is not noted again. */
    Uni<Void> note(Lease lease, String migrationId, long generation, List<Write> writes);

    /** The writes of one dump, in order; also those of an attempt that was cut off. */
    Uni<List<Write>> of(Lease lease, String migrationId, long generation);

    /** Everything that the migration created, in order of creation. */
    Uni<List<Write>> created(Lease lease, String migrationId);
}
