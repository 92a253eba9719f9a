package io.silverback.console.storage;

import io.silverback.contracts.Topic;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.event.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;

/** The newest events of all topics, numbered in the order in which they were committed. */
@ApplicationScoped
public class EventLog {
    /** Writers take numbers one after the other, so that a reader never skips one. */
    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtext(current_schema() || '.event_log'))";

    private static final String INSERT =
            "insert into event_log (topic, event_id, source, record_key, subject, happened_at,"
                    + " body) values (:topic, :id, :source, :key, :subject,"
                    + " cast(:time as timestamptz), :body)";

    private static final String PRUNE =
            "delete from event_log where sequence <= (select"
                    + " max(sequence) from event_log) - :keep";

    private static final long PRUNE_EVERY = 500;

    private final long keep;
    private final AtomicLong appended = new AtomicLong();

    EventLog(LogConfig config) {
        this.keep = config.events();
    }

    /** Appends the event; to be called last in a transaction, which others then wait for. */
    public Uni<Void> append(Mutiny.Session session, Envelope<?> envelope) {
        return session.createNativeQuery(LOCK)
                .getResultList()
                .chain(() -> insert(session, envelope))
                .chain(() -> prune(session));
    }

    /** At most {@code limit} events after {@code sequence}, the oldest first. */
    public Uni<List<LoggedEvent>> after(
            Mutiny.Session session, long sequence, List<String> topics, int limit) {
        return session.createQuery(
                        "from LoggedEvent where sequence > :after and (:all = true or topic in"
                                + " (:topics)) order by sequence",
                        LoggedEvent.class)
                .setParameter("after", sequence)
                .setParameter("all", topics.isEmpty())
                .setParameter("topics", topics.isEmpty() ? List.of("") : topics)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The newest number, 0 for an empty log. */
    public Uni<Long> last(Mutiny.Session session) {
        return session.createQuery("select coalesce(max(sequence), 0) from LoggedEvent", Long.class)
                .getSingleResult();
    }

    /** Now and then, forgets all but the newest events. */
    private Uni<Void> prune(Mutiny.Session session) {
        if (appended.incrementAndGet() % PRUNE_EVERY != 0) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(PRUNE)
                .setParameter("keep", keep)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(Mutiny.Session session, Envelope<?> envelope) {
        return session.createNativeQuery(INSERT)
                .setParameter("topic", Topic.of(envelope.body()).topicName())
                .setParameter("id", envelope.id())
                .setParameter("source", envelope.source())
                .setParameter("key", envelope.key())
                .setParameter("subject", envelope.subject())
                .setParameter("time", envelope.time().atOffset(ZoneOffset.UTC))
                .setParameter("body", EventJson.write(envelope.body()))
                .executeUpdate();
    }
}
