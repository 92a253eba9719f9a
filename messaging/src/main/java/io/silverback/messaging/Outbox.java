package io.silverback.messaging;

import io.silverback.contracts.Event;
import io.silverback.messaging.event.OutgoingEvent;
import io.silverback.messaging.event.OutgoingEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events that are published if, and only if, the transaction that queued them commits. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            "insert into outbox (event_id, topic, source, record_key, subject, created_at,"
                    + " traceparent, signature, body) values (:id, :topic, :source, :key, :subject,"
                    + " cast(:time as timestamptz), nullif(:traceparent, ''),"
                    + " nullif(:signature, ''), :body)";

    private final OutgoingEvents events;

    Outbox(OutgoingEvents events) {
        this.events = events;
    }

    /**
     * Queues {@code event} in the caller's transaction. It is published after the commit, at least
     * once, in order for its key, and signed where it lets traffic forward.
     */
    public Uni<Void> publish(Mutiny.Session session, String key, String subject, Event event) {
        return Uni.createFrom()
                .item(() -> events.signed(key, subject, event))
                .chain(outgoing -> insert(session, outgoing));
    }

    private static Uni<Void> insert(Mutiny.Session session, OutgoingEvent event) {
        return session.createNativeQuery(INSERT)
                .setParameter("id", event.id())
                .setParameter("topic", event.topic())
                .setParameter("source", event.source())
                .setParameter("key", event.key())
                .setParameter("subject", event.subject())
                .setParameter("time", event.time().atOffset(ZoneOffset.UTC))
                .setParameter("traceparent", orEmpty(event.traceparent()))
                .setParameter("signature", orEmpty(event.signature()))
                .setParameter("body", event.body())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
