package io.silverback.verify.events;

import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears what verification acts on and records it; the work is a job's. */
@ApplicationScoped
class VerificationConsumers {

    private final Inbox inbox;
    private final Arrivals arrivals;

    VerificationConsumers(Inbox inbox, Arrivals arrivals) {
        this.inbox = inbox;
        this.arrivals = arrivals;
    }

    @Incoming("migration-requested")
    Uni<Void> requested(Message<byte[]> record) {
        return inbox.handle(record, MigrationRequested.class, arrivals::requested);
    }

    @Incoming("config-synced")
    Uni<Void> synced(Message<byte[]> record) {
        return inbox.handle(record, ConfigSynced.class, arrivals::synced);
    }

    @Incoming("rollback")
    Uni<Void> rollback(Message<byte[]> record) {
        return inbox.handle(record, Rollback.class, arrivals::rollback);
    }

    @Incoming("rolled-back")
    Uni<Void> rolledBack(Message<byte[]> record) {
        return inbox.handle(record, RolledBack.class, arrivals::rolledBack);
    }

    @Incoming("migration-ended")
    Uni<Void> ended(Message<byte[]> record) {
        return inbox.handle(record, MigrationEnded.class, arrivals::ended);
    }
}
