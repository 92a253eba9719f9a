package io.silverback.messaging;

import io.silverback.messaging.event.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Work to be done after the caller's transaction, by whichever instance takes it first. */
@ApplicationScoped
public class Jobs {
    private static final String INSERT =
            "insert into job (kind, subject_id, generation, payload, traceparent)"
                    + " values (:kind, :subject, :generation, :payload, :traceparent)";
    private static final String NOTIFY =
            "select cast(pg_notify('silverback_job_' || current_schema(), :what) as text)";
    static final String CANCELLED = "cancelled";
    private static final String DELETE = "delete from job where subject_id = :subject";

    /** Queues a job in the caller's transaction; a worker is woken by the commit. */
    public Uni<Void> enqueue(
            Mutiny.Session session,
            String kind,
            String subjectId,
            long generation,
            String payload) {
        return session.createNativeQuery(INSERT)
                .setParameter("kind", kind)
                .setParameter("subject", subjectId)
                .setParameter("generation", generation)
                .setParameter("payload", payload)
                .setParameter("traceparent", TraceContext.currentOrNew())
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Ends all jobs of a subject; one that runs loses its lease. Lock the subject's own rows first,
     * as the transactions of its jobs do: else the two wait for each other.
     */
    public Uni<Void> cancel(Mutiny.Session session, String subjectId) {
        return session.createNativeQuery(DELETE)
                .setParameter("subject", subjectId)
                .executeUpdate()
                .chain(ended -> ended == 0 ? Uni.createFrom().voidItem() : tellWorkers(session));
    }

    private static Uni<Void> tellWorkers(Mutiny.Session session) {
        return session.createNativeQuery(NOTIFY, String.class)
                .setParameter("what", CANCELLED)
                .getSingleResult()
                .replaceWithVoid();
    }
}
