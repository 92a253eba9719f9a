package io.silverback.dump.dumping;

import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Progress;
import io.smallrye.mutiny.Uni;

/** Blue, as dumping reads it. Failures name gateway, URL and cause. */
public interface Blue {

    /** All of the migration's workspace, or of what belongs to none. */
    Uni<Reading> read(MigrationRequested request, Progress progress);
}
