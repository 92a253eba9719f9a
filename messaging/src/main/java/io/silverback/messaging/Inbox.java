package io.silverback.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.silverback.contracts.Event;
import io.silverback.messaging.broker.DeadLetters;
import io.silverback.messaging.database.Schema;
import io.silverback.messaging.event.EventReader;
import io.silverback.messaging.inbox.Delivery;
import io.silverback.messaging.inbox.Retries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** What a consumer does with a record: once, in a transaction, or on its dead-letter topic. */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final String INSERT =
            "insert into inbox (consumer, source, event_id) values (:consumer, :source, :id)"
                    + " on conflict do nothing";

    private final EventReader reader;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Schema schema;
    private final MeterRegistry meters;

    Inbox(
            EventReader reader,
            Transactions transactions,
            DeadLetters deadLetters,
            Schema schema,
            MeterRegistry meters) {
        this.reader = reader;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.schema = schema;
        this.meters = meters;
    }

    /**
     * Runs {@code effect} and notes the event as handled in one transaction, unless it was handled
     * before; acknowledges after the commit. What is unreadable, refused or keeps failing is
     * dead-lettered; while the database is away it waits.
     */
    public <E extends Event> Uni<Void> handle(
            Message<byte[]> record,
            Class<E> type,
            BiFunction<Mutiny.Session, Envelope<E>, Uni<Void>> effect) {
        Delivery delivery = Delivery.of(record);
        return settle(
                delivery,
                () ->
                        schema.ready()
                                .chain(
                                        () ->
                                                once(
                                                        delivery,
                                                        reader.read(delivery.heard(), type),
                                                        effect)));
    }

    /**
     * Reads and checks, then runs {@code effect} each time the record is delivered: for what is
     * idempotent or measured. Dead-letters as {@link #handle} does.
     */
    public <E extends Event> Uni<Void> observe(
            Message<byte[]> record, Class<E> type, Function<Envelope<E>, Uni<Void>> effect) {
        Delivery delivery = Delivery.of(record);
        return settle(delivery, () -> effect.apply(reader.read(delivery.heard(), type)));
    }

    private Uni<Void> settle(Delivery delivery, Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .<Void>deferred(work::get)
                .invoke(() -> count("handled", delivery))
                .onFailure(Retries::isWorthwhile)
                .invoke(cause -> LOG.warnf("Handling a record failed: %s", delivery.failed(cause)))
                .onFailure(Retries::isWorthwhile)
                .retry()
                .when(Retries::schedule)
                .onFailure()
                .recoverWithUni(cause -> bury(delivery, cause))
                .chain(delivery::acknowledge);
    }

    private Uni<Void> bury(Delivery delivery, Throwable cause) {
        count("dead-lettered", delivery);
        return deadLetters.bury(delivery.heard(), delivery.group(), Retries.reason(cause));
    }

    private void count(String outcome, Delivery delivery) {
        meters.counter("silverback.events", "topic", delivery.heard().topic(), "outcome", outcome)
                .increment();
    }

    private <E extends Event> Uni<Void> once(
            Delivery delivery,
            Envelope<E> envelope,
            BiFunction<Mutiny.Session, Envelope<E>, Uni<Void>> effect) {
        delivery.joinTrace(envelope.traceparent());
        return transactions.run(
                session ->
                        session.createNativeQuery(INSERT)
                                .setParameter("consumer", delivery.group())
                                .setParameter("source", envelope.source())
                                .setParameter("id", envelope.id())
                                .executeUpdate()
                                .chain(
                                        inserted ->
                                                inserted == 0
                                                        ? Uni.createFrom().voidItem()
                                                        : effect.apply(session, envelope)));
    }
}
