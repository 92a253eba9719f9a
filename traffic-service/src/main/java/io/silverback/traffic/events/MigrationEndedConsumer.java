package io.silverback.traffic.events;

import io.silverback.contracts.MigrationEnded;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.canary.Cause;
import io.silverback.traffic.storage.Withdrawal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** A migration that ended without success takes its cutover with it. */
@ApplicationScoped
class MigrationEndedConsumer {

    private final Inbox inbox;
    private final Withdrawal withdrawal;

    MigrationEndedConsumer(Inbox inbox, Withdrawal withdrawal) {
        this.inbox = inbox;
        this.withdrawal = withdrawal;
    }

    @Incoming("migration-ended")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, MigrationEnded.class, this::end);
    }

    private Uni<Void> end(Mutiny.Session session, Envelope<MigrationEnded> heard) {
        MigrationEnded ended = heard.body();
        return switch (ended.outcome()) {
            case COMPLETED, REHEARSED -> Uni.createFrom().voidItem();
            case FAILED, ROLLED_BACK, UNDONE ->
                    withdrawal.ended(session, ended.migrationId(), cause(heard));
        };
    }

    private static Cause cause(Envelope<MigrationEnded> heard) {
        MigrationEnded ended = heard.body();
        String reason =
                "migration of %s ended%s"
                        .formatted(
                                ended.workspace(),
                                ended.reason() == null ? "" : ": " + ended.reason());
        return Cause.of(reason, heard.source(), heard.appendedAt());
    }
}
