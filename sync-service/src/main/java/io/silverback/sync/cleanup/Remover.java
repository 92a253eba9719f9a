package io.silverback.sync.cleanup;

import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Progress;
import io.silverback.sync.syncing.Write;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Green, as clean-up changes it. Failures name gateway, URL and cause. */
public interface Remover {

    /** Removes what was created, in the order given; what is not there any more is fine. */
    Uni<Void> remove(MigrationRequested request, List<Write> created, Progress progress);
}
