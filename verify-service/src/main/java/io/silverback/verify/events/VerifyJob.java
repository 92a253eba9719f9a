package io.silverback.verify.events;

import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.silverback.verify.storage.VerificationRecord;
import io.silverback.verify.storage.VerificationRecords;
import io.silverback.verify.verification.Order;
import io.silverback.verify.verification.Verifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Verifies one generation of one migration and records what came of it. */
@ApplicationScoped
class VerifyJob implements JobHandler {

    static final String KIND = "verify";

    private final VerificationRecords records;
    private final Verifier verifier;
    private final Conclusions conclusions;

    VerifyJob(VerificationRecords records, Verifier verifier, Conclusions conclusions) {
        this.records = records;
        this.verifier = verifier;
        this.conclusions = conclusions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        return records.find(job.subjectId())
                .map(Optional::orElseThrow)
                .map(VerificationRecord::request)
                .chain(request -> order(request, job.generation()))
                .chain(verifier::verify)
                .chain(
                        outcome ->
                                lease.complete(
                                        session ->
                                                conclusions.conclude(
                                                        session,
                                                        job.subjectId(),
                                                        job.generation(),
                                                        outcome)));
    }

    private Uni<Order> order(MigrationRequested request, long generation) {
        return records.workspaces(request.planId())
                .map(workspaces -> new Order(request, generation, workspaces));
    }

    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        return lease.complete(
                session ->
                        conclusions.giveUp(
                                session, job.subjectId(), job.generation(), reason(cause)));
    }

    private static String reason(Throwable cause) {
        return "verification could not be made: "
                + (cause.getMessage() == null
                        ? cause.getClass().getSimpleName()
                        : cause.getMessage());
    }
}
