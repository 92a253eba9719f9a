package io.silverback.messaging;

import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.TestsPassed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** A small service: each event leaves a row. */
@Singleton
class Effects {
    private final Inbox inbox;
    private final Transactions transactions;
    final List<Envelope<HealthEvent>> measurements = new CopyOnWriteArrayList<>();
    final AtomicInteger failNext = new AtomicInteger();

    Effects(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Incoming("tests-passed")
    Uni<Void> onTestsPassed(Message<byte[]> record) {
        return inbox.handle(record, TestsPassed.class, this::note);
    }

    @Incoming("migration-ended")
    Uni<Void> onMigrationEnded(Message<byte[]> record) {
        return inbox.handle(record, MigrationEnded.class, this::note);
    }

    @Incoming("health-events")
    Uni<Void> onHealthEvent(Message<byte[]> record) {
        return inbox.observe(
                record,
                HealthEvent.class,
                heard -> {
                    measurements.add(heard);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> note(Mutiny.Session session, Envelope<?> envelope) {
        return session.createNativeQuery(
                        "insert into effect (event_id, subject, traceparent)"
                                + " values (:id, :subject, :trace)")
                .setParameter("id", envelope.id())
                .setParameter("subject", envelope.subject())
                .setParameter("trace", String.valueOf(envelope.traceparent()))
                .executeUpdate()
                .invoke(this::failIfAsked)
                .replaceWithVoid();
    }

    private void failIfAsked() {
        if (failNext.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("asked to fail");
        }
    }

    long count(String subject) {
        return transactions
                .run(
                        session ->
                                session.createNativeQuery(
                                                "select count(*) from effect where subject = :s",
                                                Long.class)
                                        .setParameter("s", subject)
                                        .getSingleResult())
                .await()
                .indefinitely();
    }
}
