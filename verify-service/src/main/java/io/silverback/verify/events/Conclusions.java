package io.silverback.verify.events;

import io.silverback.contracts.CleanUpRequested;
import io.silverback.contracts.Event;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.TestsPassed;
import io.silverback.messaging.Outbox;
import io.silverback.verify.report.Report;
import io.silverback.verify.storage.VerificationRecord;
import io.silverback.verify.storage.VerificationRecords;
import io.silverback.verify.verification.Outcome;
import io.silverback.verify.verification.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records the end of a verification and queues what it says to the others, in one transaction. */
@ApplicationScoped
class Conclusions {

    private final VerificationRecords records;
    private final Outbox outbox;

    Conclusions(VerificationRecords records, Outbox outbox) {
        this.records = records;
        this.outbox = outbox;
    }

    /** Passed or failed, as the report says. */
    Uni<Void> conclude(
            Mutiny.Session session, String migrationId, long generation, Outcome outcome) {
        return records.lock(session, migrationId)
                .map(Optional::orElseThrow)
                .chain(record -> conclude(session, record, generation, outcome));
    }

    /** Failed, without a report. */
    Uni<Void> giveUp(Mutiny.Session session, String migrationId, long generation, String reason) {
        return records.lock(session, migrationId)
                .map(Optional::orElseThrow)
                .chain(
                        record ->
                                apply(
                                        session,
                                        record.request(),
                                        record.state().failed(generation, reason),
                                        Optional.empty(),
                                        failure(record.request(), generation, reason)));
    }

    private Uni<Void> conclude(
            Mutiny.Session session, VerificationRecord record, long generation, Outcome outcome) {
        MigrationRequested request = record.request();
        Report report = outcome.report();
        if (report.isClean()) {
            return apply(
                    session,
                    request,
                    record.state().passed(generation),
                    Optional.of(report),
                    success(request, generation, outcome));
        }
        String reason = report.sentence();
        return apply(
                session,
                request,
                record.state().failed(generation, reason),
                Optional.of(report),
                failure(request, generation, reason));
    }

    private Uni<Void> apply(
            Mutiny.Session session,
            MigrationRequested request,
            Verification.Step step,
            Optional<Report> report,
            List<Event> events) {
        if (step.action() == Verification.Action.NONE) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> saved = records.save(session, request.migrationId(), step.next(), report);
        for (Event event : events) {
            saved =
                    saved.chain(
                            () ->
                                    outbox.publish(
                                            session,
                                            request.migrationId(),
                                            request.workspace(),
                                            event));
        }
        return saved;
    }

    private static List<Event> success(
            MigrationRequested request, long generation, Outcome outcome) {
        Report report = outcome.report();
        List<Event> events = new ArrayList<>();
        events.add(
                new TestsPassed(
                        request.migrationId(),
                        request.workspace(),
                        request.planHash(),
                        generation,
                        outcome.artefact(),
                        report.probes(),
                        report.parity(),
                        report.routes(),
                        report.logins()));
        if (request.mode() == Mode.REHEARSAL) {
            events.add(
                    new CleanUpRequested(
                            request.migrationId(),
                            request.workspace(),
                            request.planHash(),
                            generation,
                            "the rehearsal has passed"));
        }
        return events;
    }

    private static List<Event> failure(MigrationRequested request, long generation, String reason) {
        return List.of(
                new Rollback(
                        request.migrationId(),
                        null,
                        Map.of(request.migrationId(), generation),
                        "verifying",
                        reason,
                        null,
                        "verify",
                        false),
                new MigrationEnded(
                        request.migrationId(),
                        request.workspace(),
                        request.planHash(),
                        generation,
                        MigrationEnded.Outcome.FAILED,
                        null,
                        reason));
    }
}
