package io.silverback.messaging;

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
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a consumer does with a record: once, in a transaction, or on its dead-letter topic. */
@ApplicationScoped
public class Inbox {
    private static final String INSERT =
            "insert into inbox (consumer, source, event_id) values (:consumer, :source, :id)"
                    + " on conflict do nothing";

    private final EventReader reader;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Schema schema;

    Inbox(EventReader reader, Transactions transactions, DeadLetters deadLetters, Schema schema) {
        this.reader = reader;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.schema = schema;
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

    private Uni<Void> settle(
            Delivery delivery, java.util.function.Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .<Void>deferred(work::get)
                .onFailure(Retries::isWorthwhile)
                .retry()
                .when(Retries::schedule)
                .onFailure()
                .recoverWithUni(
                        cause ->
                                deadLetters.bury(
                                        delivery.heard(), delivery.group(), Retries.reason(cause)))
                .chain(delivery::acknowledge);
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
