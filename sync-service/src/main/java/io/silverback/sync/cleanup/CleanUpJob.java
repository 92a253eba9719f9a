package io.silverback.sync.cleanup;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Measurements;
import io.silverback.messaging.Progress;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.CleaningUp;
import io.silverback.sync.migration.Failure;
import io.silverback.sync.migration.Failures;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Plans;
import io.silverback.sync.syncing.GreenRows;
import io.silverback.sync.syncing.Journal;
import io.silverback.sync.syncing.Noted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Takes back what a migration did on green; taking back twice does no harm. */
@ApplicationScoped
class CleanUpJob implements JobHandler {

    private static final Duration UNTIL_OTHERS_ARE_GONE = Duration.ofSeconds(1);

    private final Plans plans;
    private final Journal journal;
    private final Reversal reversal;
    private final GreenRows rows;
    private final Measurements measurements;

    CleanUpJob(
            Plans plans,
            Journal journal,
            Reversal reversal,
            GreenRows rows,
            Measurements measurements) {
        this.plans = plans;
        this.journal = journal;
        this.reversal = reversal;
        this.rows = rows;
        this.measurements = measurements;
    }

    @Override
    public String kind() {
        return CleaningUp.JOB;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        return plans.find(lease, job.subjectId())
                .chain(plan -> run(plan, job, lease))
                .onFailure(Failures::speaks)
                .transform(Failures::permanentUnlessPassing);
    }

    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        String id = job.subjectId();
        Failure failure = Failures.of("Cleaning up", cause);
        return plans.conclude(lease, id, plan -> plan.failed(id, failure));
    }

    private Uni<Void> run(Plan plan, Job job, Lease lease) {
        Case found = Objects.requireNonNull(plan.cases().get(job.subjectId()));
        if (!(found.state() instanceof CleaningUp state)) {
            return Uni.createFrom().voidItem();
        }
        if (found.request().isEstate() && plan.hasOthersOnGreen(found.id())) {
            return lease.suspendFor(UNTIL_OTHERS_ARE_GONE);
        }
        return cleanUp(found.request(), state.generation(), lease);
    }

    /** Rows first: what the Admin API brought before them may be what they refer to. */
    private Uni<Void> cleanUp(MigrationRequested request, long generation, Lease lease) {
        String id = request.migrationId();
        return rows.takeBack(request, generation)
                .chain(() -> journal.all(lease, id))
                .chain(written -> takeBack(request, written))
                .chain(left -> plans.conclude(lease, id, plan -> plan.cleanedUp(id, left)));
    }

    private Uni<List<Attention>> takeBack(MigrationRequested request, List<Noted> written) {
        Progress progress =
                new Progress(
                        measurements, request.migrationId(), request.workspace(), "cleaning-up");
        return progress.during(reversal.takeBack(request, written, progress));
    }
}
