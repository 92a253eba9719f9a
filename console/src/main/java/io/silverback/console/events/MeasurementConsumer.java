package io.silverback.console.events;

import io.silverback.console.storage.Database;
import io.silverback.console.storage.FactStore;
import io.silverback.console.stream.Live;
import io.silverback.contracts.Event;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Hears measurements: shows them at once, keeps the newest progress of each subject. */
@ApplicationScoped
class MeasurementConsumer {
    private static final Logger LOG = Logger.getLogger(MeasurementConsumer.class);

    private final Inbox inbox;
    private final Database database;
    private final FactStore facts;
    private final Live live;

    MeasurementConsumer(Inbox inbox, Database database, FactStore facts, Live live) {
        this.inbox = inbox;
        this.database = database;
        this.facts = facts;
        this.live = live;
    }

    @Incoming("measurements")
    Uni<Void> on(Message<byte[]> record) {
        return observe(record, RecordTopic.of(record).body());
    }

    private <E extends Event> Uni<Void> observe(Message<byte[]> record, Class<E> type) {
        return inbox.observe(record, type, this::keep);
    }

    private Uni<Void> keep(Envelope<? extends Event> envelope) {
        return database.run(session -> facts.remember(session, envelope))
                .onFailure()
                .invoke(cause -> LOG.debugf("Measurement not kept: %s", cause.getMessage()))
                .onFailure()
                .recoverWithNull()
                .invoke(() -> live.show(envelope));
    }
}
