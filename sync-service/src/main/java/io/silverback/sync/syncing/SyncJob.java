package io.silverback.sync.syncing;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Measurements;
import io.silverback.messaging.PermanentFailure;
import io.silverback.messaging.Progress;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.Failure;
import io.silverback.sync.migration.Failures;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Plans;
import io.silverback.sync.migration.Sync;
import io.silverback.sync.migration.Syncing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Brings a dump to green. Cut off and run again it finds what is done already, and does the rest.
 */
@ApplicationScoped
class SyncJob implements JobHandler {

    private final Plans plans;
    private final Green green;
    private final GreenRows rows;
    private final Journal journal;
    private final Measurements measurements;

    SyncJob(Plans plans, Green green, GreenRows rows, Journal journal, Measurements measurements) {
        this.plans = plans;
        this.green = green;
        this.rows = rows;
        this.journal = journal;
        this.measurements = measurements;
    }

    @Override
    public String kind() {
        return Syncing.JOB;
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
        Failure failure = Failures.of("Syncing", cause);
        return plans.conclude(lease, id, plan -> plan.failed(id, failure));
    }

    private Uni<Void> run(Plan plan, Job job, Lease lease) {
        Case found = Objects.requireNonNull(plan.cases().get(job.subjectId()));
        return found.state() instanceof Syncing syncing && syncing.generation() == job.generation()
                ? sync(found.request(), syncing.dump(), lease)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> sync(MigrationRequested request, ConfigDumped dump, Lease lease) {
        String id = request.migrationId();
        return bring(request, dump, lease)
                .chain(
                        sync ->
                                plans.conclude(
                                        lease,
                                        id,
                                        plan -> plan.synced(id, dump.generation(), sync)));
    }

    /** What belongs to no workspace goes by the Admin API first: workspaces are among it. */
    private Uni<Sync> bring(MigrationRequested request, ConfigDumped dump, Lease lease) {
        if (dump.transport() != Transport.ROWS) {
            return byAdminApi(request, dump, lease);
        }
        return request.isEstate() ? estate(request, dump, lease) : byRows(request, dump);
    }

    private Uni<Sync> estate(MigrationRequested request, ConfigDumped dump, Lease lease) {
        return rows.backUp(request, dump.gatewayVersion(), lease::isHeld)
                .chain(() -> byAdminApi(request, dump, lease))
                .chain(
                        sync ->
                                rows.load(request, dump)
                                        .map(
                                                load ->
                                                        sync.with(
                                                                load.changes(),
                                                                load.attention(),
                                                                load.from())));
    }

    private Uni<Sync> byRows(MigrationRequested request, ConfigDumped dump) {
        return rows.load(request, dump)
                .chain(
                        load ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                green.prove(request, dump.generation()),
                                                green.fingerprint(request))
                                        .with(
                                                (nodes, fingerprint) ->
                                                        new Sync(
                                                                load.changes(),
                                                                fingerprint,
                                                                nodes,
                                                                load.attention(),
                                                                load.from())));
    }

    private Uni<Sync> byAdminApi(MigrationRequested request, ConfigDumped dump, Lease lease) {
        return green.compare(request, dump)
                .chain(difference -> write(request, dump, difference, lease));
    }

    private Uni<Sync> write(
            MigrationRequested request,
            ConfigDumped dump,
            Green.Difference difference,
            Lease lease) {
        if (!difference.refusals().isEmpty()) {
            return Uni.createFrom().failure(refused(request, difference.refusals()));
        }
        String id = request.migrationId();
        return difference
                .keepReplaced(dump.generation())
                .chain(
                        replaced ->
                                journal.note(
                                        lease,
                                        id,
                                        dump.generation(),
                                        difference.writes(),
                                        replaced))
                .chain(() -> apply(request, difference))
                .chain(refused -> prove(request, dump, difference, refused, lease));
    }

    private Uni<Sync> prove(
            MigrationRequested request,
            ConfigDumped dump,
            Green.Difference difference,
            List<Attention> refused,
            Lease lease) {
        return Uni.combine()
                .all()
                .unis(
                        green.prove(request, dump.generation()),
                        difference.fingerprint(),
                        journal.of(lease, request.migrationId(), dump.generation()))
                .with(
                        (nodes, fingerprint, written) ->
                                new Sync(
                                        Tally.of(written, difference),
                                        fingerprint,
                                        nodes,
                                        both(difference.attention(), refused),
                                        null));
    }

    private Uni<List<Attention>> apply(MigrationRequested request, Green.Difference difference) {
        Progress progress =
                new Progress(measurements, request.migrationId(), request.workspace(), "syncing");
        progress.expect(difference.writes().size());
        return progress.during(difference.apply(progress));
    }

    private static List<Attention> both(List<Attention> first, List<Attention> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static PermanentFailure refused(MigrationRequested request, List<String> refusals) {
        String more = refusals.size() > 1 ? " And " + (refusals.size() - 1) + " more." : "";
        return new PermanentFailure(
                "Workspace %s cannot be synced to gateway %s: %s%s"
                        .formatted(request.workspace(), request.green(), refusals.get(0), more));
    }
}
