package io.silverback.dump.preparation;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.dump.artefact.Artefacts;
import io.silverback.dump.dumping.BlueRows;
import io.silverback.dump.migration.Failure;
import io.silverback.dump.migration.Failures;
import io.silverback.dump.migration.Plan;
import io.silverback.dump.migration.Plans;
import io.silverback.dump.migration.Prepared;
import io.silverback.dump.migration.Preparing;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Asks both gateways and the store whether a migration can be carried out. Writes nothing. */
@ApplicationScoped
class PreparationJob implements JobHandler {

    private static final Duration UNTIL_ALL_ARE_KNOWN = Duration.ofMillis(200);

    private final Plans plans;
    private final Gateways gateways;
    private final BlueRows rows;
    private final Artefacts artefacts;

    PreparationJob(Plans plans, Gateways gateways, BlueRows rows, Artefacts artefacts) {
        this.plans = plans;
        this.gateways = gateways;
        this.rows = rows;
        this.artefacts = artefacts;
    }

    @Override
    public String kind() {
        return Preparing.JOB;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        return artefacts
                .probe()
                .chain(() -> plans.find(lease, job.subjectId()))
                .chain(plan -> prepare(plan, plan.request(job.subjectId()), lease))
                .onFailure(Failures::speaks)
                .transform(Failures::permanentUnlessPassing);
    }

    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        Failure failure = Failures.of("Preparing", cause);
        return fail(job.subjectId(), failure, lease);
    }

    /** What {@code _estate} moves follows from the plan's other migrations. */
    private Uni<Void> prepare(Plan plan, MigrationRequested request, Lease lease) {
        if (request.isEstate() && !plan.isComplete()) {
            return lease.suspendFor(UNTIL_ALL_ARE_KNOWN);
        }
        return inspect(request)
                .chain(
                        seen ->
                                seen.refusal()
                                        .map(why -> fail(request.migrationId(), why, lease))
                                        .orElseGet(() -> conclude(plan, request, seen, lease)));
    }

    private Uni<Inspection> inspect(MigrationRequested request) {
        return Uni.combine()
                .all()
                .unis(
                        gateways.facts(request.blue()),
                        gateways.facts(request.green()),
                        gateways.hasWorkspace(request.blue(), request.workspace()))
                .with((blue, green, isThere) -> inspection(request, blue, green, isThere));
    }

    private static Inspection inspection(
            MigrationRequested request, GatewayFacts blue, GatewayFacts green, boolean isThere) {
        Transport transport = Transports.choose(request, blue, green);
        return new Inspection(
                blue, transport, Preflight.check(request, transport, blue, green, isThere));
    }

    private Uni<Void> conclude(
            Plan plan, MigrationRequested request, Inspection seen, Lease lease) {
        String id = request.migrationId();
        return reach(request, seen.transport())
                .chain(
                        () ->
                                gateways.inventory(
                                        request.blue(), request.workspace(), plan.workspaces()))
                .map(inventory -> prepared(seen, inventory))
                .chain(prepared -> plans.conclude(lease, id, now -> now.prepared(id, prepared)));
    }

    /** What is registered and can't be reached stops the plan: nothing falls back in silence. */
    private Uni<Void> reach(MigrationRequested request, Transport transport) {
        return transport == Transport.ROWS
                ? rows.reach(request.blue(), request.green())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> fail(String id, Failure failure, Lease lease) {
        return plans.conclude(lease, id, plan -> plan.failed(id, failure));
    }

    private static Prepared prepared(Inspection seen, Inventory inventory) {
        return new Prepared(
                seen.transport(),
                seen.blue().version(),
                seen.blue().edition(),
                inventory.counts(),
                inventory.findings());
    }

    /** What both gateways said, and what stands against the migration. */
    private record Inspection(GatewayFacts blue, Transport transport, Optional<Failure> refusal) {}
}
