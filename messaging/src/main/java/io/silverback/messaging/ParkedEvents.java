package io.silverback.messaging;

import io.silverback.messaging.parking.ParkedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events about a migration or cutover that is not known yet, kept until it is. */
@ApplicationScoped
public class ParkedEvents {

    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtext(current_schema() || '.parked'),"
                    + " hashtext(:subject)) as text)";

    /**
     * Waits until no other transaction decides on {@code subjectId}. Who makes it known holds this
     * first; who is about to park holds this, and looks again: else an event parked in the moment
     * in which its subject becomes known would stay parked for ever.
     */
    public Uni<Void> hold(Mutiny.Session session, String subjectId) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("subject", subjectId)
                .getResultList()
                .replaceWithVoid();
    }

    /** Keeps {@code envelope} until {@code subjectId} is known. */
    public Uni<Void> park(Mutiny.Session session, String subjectId, Envelope<?> envelope) {
        return session.persist(ParkedEvent.of(subjectId, envelope));
    }

    /** All that was parked for {@code subjectId}, in order of arrival; they are removed. */
    public Uni<List<Envelope<?>>> release(Mutiny.Session session, String subjectId) {
        return session.createQuery(
                        "from ParkedEvent where subjectId = :subject order by id",
                        ParkedEvent.class)
                .setParameter("subject", subjectId)
                .getResultList()
                .call(parked -> session.removeAll(parked.toArray()))
                .map(ParkedEvents::envelopes);
    }

    private static List<Envelope<?>> envelopes(List<ParkedEvent> parked) {
        List<Envelope<?>> envelopes = new ArrayList<>();
        parked.forEach(one -> envelopes.add(one.envelope()));
        return envelopes;
    }
}
