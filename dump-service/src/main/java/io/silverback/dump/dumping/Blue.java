package io.silverback.dump.dumping;

import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Progress;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Function;

/** Blue, as dumping reads it. Failures name gateway, URL and cause. */
public interface Blue {

    /**
     * All of the migration's workspace; for {@code _estate} what belongs to none, and of the
     * workspaces themselves only those that are moved.
     *
     * @param use what is done with the reading, which is gone afterwards
     */
    <T> Uni<T> read(
            MigrationRequested request,
            Set<String> moved,
            Progress progress,
            Function<Reading, Uni<T>> use);
}
