package io.silverback.verify.events;

import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.Event;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Jobs;
import io.silverback.messaging.ParkedEvents;
import io.silverback.verify.storage.VerificationRecord;
import io.silverback.verify.storage.VerificationRecords;
import io.silverback.verify.verification.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** What each event makes of the verifications it is about, inside the inbox's transaction. */
@ApplicationScoped
class Arrivals {

    private final VerificationRecords records;
    private final ParkedEvents parked;
    private final Jobs jobs;

    Arrivals(VerificationRecords records, ParkedEvents parked, Jobs jobs) {
        this.records = records;
        this.parked = parked;
        this.jobs = jobs;
    }

    Uni<Void> requested(Mutiny.Session session, Envelope<MigrationRequested> event) {
        String migrationId = event.body().migrationId();
        return parked.hold(session, migrationId)
                .chain(() -> records.add(session, event.body()))
                .chain(
                        () ->
                                parked.replay(
                                        session,
                                        migrationId,
                                        envelope -> again(session, envelope)));
    }

    Uni<Void> synced(Mutiny.Session session, Envelope<ConfigSynced> event) {
        long generation = event.body().generation();
        return change(
                session,
                event.body().migrationId(),
                event,
                verification -> verification.synced(generation));
    }

    Uni<Void> rollback(Mutiny.Session session, Envelope<Rollback> event) {
        Rollback body = event.body();
        if (body.drill()) {
            return Uni.createFrom().voidItem();
        }
        return subjects(session, body)
                .chain(ids -> each(ids, id -> stop(session, id, event, body.reason())));
    }

    Uni<Void> rolledBack(Mutiny.Session session, Envelope<RolledBack> event) {
        if (event.body().drill()) {
            return Uni.createFrom().voidItem();
        }
        return each(
                event.body().generations().keySet().stream().sorted().toList(),
                id -> stop(session, id, event, event.body().reason()));
    }

    Uni<Void> ended(Mutiny.Session session, Envelope<MigrationEnded> event) {
        String reason = "the migration has ended: " + event.body().outcome();
        return stop(session, event.body().migrationId(), event, reason);
    }

    private Uni<List<String>> subjects(Mutiny.Session session, Rollback body) {
        String migrationId = body.migrationId();
        if (migrationId != null) {
            return Uni.createFrom().item(List.of(migrationId));
        }
        return records.ofCutover(session, Optional.ofNullable(body.cutoverId()).orElse("none"));
    }

    private Uni<Void> stop(
            Mutiny.Session session, String migrationId, Envelope<?> event, String reason) {
        return change(session, migrationId, event, verification -> verification.stopped(reason));
    }

    private Uni<Void> change(
            Mutiny.Session session,
            String migrationId,
            Envelope<?> event,
            Function<Verification, Verification.Step> input) {
        return parked.takeOrPark(
                session, migrationId, event, () -> changed(session, migrationId, input));
    }

    private Uni<Boolean> changed(
            Mutiny.Session session,
            String migrationId,
            Function<Verification, Verification.Step> input) {
        return records.lock(session, migrationId)
                .chain(
                        known ->
                                known.isPresent()
                                        ? apply(session, migrationId, known.get(), input)
                                                .replaceWith(true)
                                        : Uni.createFrom().item(false));
    }

    private Uni<Void> apply(
            Mutiny.Session session,
            String id,
            VerificationRecord record,
            Function<Verification, Verification.Step> input) {
        Verification.Step step = input.apply(record.state());
        if (step.action() == Verification.Action.NONE) {
            return records.save(session, id, step.next(), Optional.empty());
        }
        return jobs.cancel(session, id)
                .chain(() -> records.save(session, id, step.next(), Optional.empty()))
                .chain(
                        () ->
                                step.action() == Verification.Action.START
                                        ? start(session, id, step.next().generation())
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> start(Mutiny.Session session, String id, long generation) {
        return jobs.enqueue(session, VerifyJob.KIND, id, generation, "{}");
    }

    @SuppressWarnings("unchecked")
    private Uni<Void> again(Mutiny.Session session, Envelope<?> envelope) {
        Event body = envelope.body();
        if (body instanceof ConfigSynced) {
            return synced(session, (Envelope<ConfigSynced>) envelope);
        }
        if (body instanceof RolledBack) {
            return rolledBack(session, (Envelope<RolledBack>) envelope);
        }
        if (body instanceof Rollback) {
            return rollback(session, (Envelope<Rollback>) envelope);
        }
        return ended(session, (Envelope<MigrationEnded>) envelope);
    }

    private static <T> Uni<Void> each(Collection<? extends T> items, Function<T, Uni<Void>> work) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (T item : items) {
            all = all.chain(() -> work.apply(item));
        }
        return all;
    }
}
