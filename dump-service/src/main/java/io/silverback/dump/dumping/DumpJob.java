package io.silverback.dump.dumping;

import io.silverback.artefacts.ArtefactId;
import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.dump.artefact.Artefacts;
import io.silverback.dump.migration.Case;
import io.silverback.dump.migration.Dump;
import io.silverback.dump.migration.Dumping;
import io.silverback.dump.migration.Failure;
import io.silverback.dump.migration.Failures;
import io.silverback.dump.migration.Plan;
import io.silverback.dump.migration.Plans;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Measurements;
import io.silverback.messaging.Progress;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Reads blue and lays it down. Until the last commit nobody knows of it: it may start anew. */
@ApplicationScoped
class DumpJob implements JobHandler {

    private final Plans plans;
    private final Blue blue;
    private final BlueRows rows;
    private final Artefacts artefacts;
    private final Measurements measurements;

    DumpJob(Plans plans, Blue blue, BlueRows rows, Artefacts artefacts, Measurements measurements) {
        this.plans = plans;
        this.blue = blue;
        this.rows = rows;
        this.artefacts = artefacts;
        this.measurements = measurements;
    }

    @Override
    public String kind() {
        return Dumping.JOB;
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
        Failure failure = Failures.of("Dumping", cause);
        return plans.conclude(lease, id, plan -> plan.failed(id, failure));
    }

    private Uni<Void> run(Plan plan, Job job, Lease lease) {
        Case found = Objects.requireNonNull(plan.cases().get(job.subjectId()));
        return found.state() instanceof Dumping dumping && dumping.generation() == job.generation()
                ? dump(plan, found.request(), dumping, lease)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> dump(Plan plan, MigrationRequested request, Dumping dumping, Lease lease) {
        String id = request.migrationId();
        long generation = dumping.generation();
        Progress progress = new Progress(measurements, id, request.workspace(), "dumping");
        progress.expect(dumping.prepared().entities());
        return progress.during(
                        blue.read(
                                request,
                                plan.workspaces(),
                                progress,
                                reading -> store(request, generation, reading, lease)))
                .chain(dump -> withRows(plan, request, dumping, dump, lease))
                .chain(dump -> plans.conclude(lease, id, now -> now.dumped(id, generation, dump)));
    }

    /** {@code _estate} takes the snapshot, the plan's other migrations refer to it. */
    private Uni<Dump> withRows(
            Plan plan, MigrationRequested request, Dumping dumping, Dump dump, Lease lease) {
        if (dumping.prepared().transport() != Transport.ROWS) {
            return Uni.createFrom().item(dump);
        }
        return request.isEstate()
                ? rows.snapshot(request, dumping.generation(), dump.version(), lease::isHeld)
                        .map(dump::with)
                : Uni.createFrom().item(plan.snapshot().map(dump::with).orElseThrow());
    }

    private Uni<Dump> store(
            MigrationRequested request, long generation, Reading reading, Lease lease) {
        return Multi.createFrom()
                .iterable(reading.parts())
                .onItem()
                .transformToUniAndConcatenate(part -> store(request, generation, part, lease))
                .collect()
                .asList()
                .map(
                        stored ->
                                new Dump(
                                        stored,
                                        reading.counts(),
                                        reading.version(),
                                        reading.fingerprint()));
    }

    private Uni<ArtefactReference> store(
            MigrationRequested request, long generation, Reading.Part part, Lease lease) {
        ArtefactId id =
                new ArtefactId(request.migrationId(), Math.toIntExact(generation), part.name());
        return artefacts.write(id, part.content(), lease::isHeld);
    }
}
