package io.silverback.dump.migration;

import io.silverback.messaging.Lease;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** The plans on record, as a job sees them. */
public interface Plans {

    /** The migration's plan as it stands; fails when {@code lease} is lost. */
    Uni<Plan> find(Lease lease, String migrationId);

    /** Changes the migration's plan, queues what goes with it and ends the job, in one commit. */
    Uni<Void> conclude(Lease lease, String migrationId, Function<Plan, Change> change);
}
