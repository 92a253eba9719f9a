package io.silverback.messaging;

import io.silverback.contracts.MigrationProgress;
import io.silverback.contracts.Topic;
import io.silverback.messaging.broker.Broker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Walks the path of an event once before the first one does, and leaves no trace of it. */
@ApplicationScoped
class WarmUp {
    private static final String NOBODY = "warm-up";

    private final Outbox outbox;
    private final Transactions transactions;
    private final Broker broker;

    WarmUp(Outbox outbox, Transactions transactions, Broker broker) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.broker = broker;
    }

    /** Never fails: a cold path is slower, not wrong. */
    Uni<Void> run() {
        return Uni.join()
                .all(transactions.run(this::queueAndRollBack), connect())
                .andCollectFailures()
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> queueAndRollBack(Mutiny.Session session) {
        MigrationProgress nothing =
                new MigrationProgress(NOBODY, NOBODY, NOBODY, 0, 0, 0, null, null);
        return outbox.publish(session, NOBODY, NOBODY, nothing)
                .chain(() -> Uni.createFrom().failure(new PermanentFailure(NOBODY)));
    }

    private Uni<Void> connect() {
        return broker.warmUp(Topic.MIGRATION_PROGRESS.topicName());
    }
}
