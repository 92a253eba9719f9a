package io.silverback.sync.syncing;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Progress;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Green, as syncing changes it. Failures name gateway, URL and cause. */
public interface Green {

    /** Reads the dump and green and says what is to be done; writes nothing. */
    Uni<Difference> compare(MigrationRequested request, ConfigDumped dump);

    /**
     * The same for blue as it is now, before there is a dump.
     *
     * @param moved the plan's workspaces
     */
    Uni<Difference> compareWithBlue(MigrationRequested request, Set<String> moved);

    /** The nodes that proved to have everything that was written before. */
    Uni<List<String>> prove(MigrationRequested request, long generation);

    /** Of the configuration that green has of the migration's workspace. */
    Uni<String> fingerprint(MigrationRequested request);

    /** What is to be done on green. */
    interface Difference {

        /** The writes, in the order in which they are made. */
        List<Write> writes();

        /** Entities that are on green as they should be, by type. */
        Map<String, Integer> unchanged();

        /** What cannot be carried and needs a person. */
        List<Attention> attention();

        /** Why nothing may be written at all; empty when all may. */
        List<String> refusals();

        /**
         * Makes the writes; each is counted in {@code progress}. Says what the plan lets be
         * refused.
         */
        Uni<List<Attention>> apply(Progress progress);

        /**
         * Keeps what the writes replace, for taking them back: the name of the artefact; none where
         * they replace nothing.
         */
        Uni<Optional<String>> keepReplaced(long generation);

        /** What is to be done, to be shown: without secrets. */
        DifferenceReport report();

        /** Of the configuration that green has after that. */
        Uni<String> fingerprint();
    }
}
