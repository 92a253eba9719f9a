package io.silverback.sync.cleanup;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Progress;
import io.silverback.sync.syncing.Noted;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Green, as clean-up changes it. Failures name gateway, URL and cause. */
public interface Reversal {

    /**
     * Makes green what it had been before {@code journal}, in the order in which it was written.
     * What is back already is fine. Says what cannot be brought back.
     */
    Uni<List<Attention>> takeBack(
            MigrationRequested request, List<Noted> journal, Progress progress);
}
