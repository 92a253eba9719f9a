package io.silverback.traffic.events;

import io.silverback.contracts.Rollback;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.storage.Withdrawal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts rollbacks on record, one instance each; {@link RollbackAlarm} has acted by then. */
@ApplicationScoped
class RollbackConsumer {

    private final Inbox inbox;
    private final Withdrawal withdrawal;

    RollbackConsumer(Inbox inbox, Withdrawal withdrawal) {
        this.inbox = inbox;
        this.withdrawal = withdrawal;
    }

    @Incoming("rollback")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, Rollback.class, this::rollBack);
    }

    private Uni<Void> rollBack(Mutiny.Session session, Envelope<Rollback> heard) {
        Rollback rollback = heard.body();
        if (rollback.drill()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(RollbackCauses.subjects(rollback))
                .onItem()
                .transformToUniAndConcatenate(
                        id ->
                                withdrawal.rollBack(
                                        session,
                                        id,
                                        rollback.generations(),
                                        RollbackCauses.of(heard)))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
