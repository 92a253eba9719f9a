package io.silverback.sync.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.SyncPolicy;
import io.silverback.kong.diff.DiffPolicy;
import java.util.Set;

/** The plan's policy in the words of the diff. */
final class Policies {

    private Policies() {}

    /** What belongs to no workspace is green's own as well: there nothing extra is deleted. */
    static DiffPolicy of(MigrationRequested request) {
        SyncPolicy policy = request.sync();
        boolean prunes = policy.extra() == SyncPolicy.Extra.PRUNE && !request.isEstate();
        return new DiffPolicy(
                prunes ? DiffPolicy.Extra.PRUNE : DiffPolicy.Extra.KEEP,
                switch (policy.conflicts()) {
                    case FAIL -> DiffPolicy.Conflicts.FAIL;
                    case REPLACE -> DiffPolicy.Conflicts.REPLACE;
                    case KEEP -> DiffPolicy.Conflicts.KEEP;
                },
                Set.copyOf(policy.protectedTags()));
    }
}
