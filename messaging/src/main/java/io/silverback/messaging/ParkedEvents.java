package io.silverback.messaging;

import io.silverback.messaging.parking.ParkedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /**
     * Takes {@code envelope}, or keeps it until its subject is known.
     *
     * @param take answers whether {@code subjectId} is known, and then takes the event; asked again
     *     when nobody else can make it known any more
     */
    public Uni<Void> takeOrPark(
            Mutiny.Session session,
            String subjectId,
            Envelope<?> envelope,
            Supplier<Uni<Boolean>> take) {
        return take.get()
                .chain(
                        known ->
                                known
                                        ? Uni.createFrom().voidItem()
                                        : lookAgain(session, subjectId, envelope, take));
    }

    /** It may have become known just now: nobody can make it known from here on. */
    private Uni<Void> lookAgain(
            Mutiny.Session session,
            String subjectId,
            Envelope<?> envelope,
            Supplier<Uni<Boolean>> take) {
        return hold(session, subjectId)
                .chain(take::get)
                .chain(
                        known ->
                                known
                                        ? Uni.createFrom().voidItem()
                                        : session.persist(ParkedEvent.of(subjectId, envelope)));
    }

    /** Hands all that was parked for {@code subjectId} over, in order of arrival, and only once. */
    public Uni<Void> replay(
            Mutiny.Session session, String subjectId, Function<Envelope<?>, Uni<Void>> take) {
        return session.createQuery(
                        "from ParkedEvent where subjectId = :subject order by id",
                        ParkedEvent.class)
                .setParameter("subject", subjectId)
                .getResultList()
                .call(parked -> session.removeAll(parked.toArray()))
                .onItem()
                .transformToMulti(parked -> Multi.createFrom().iterable(parked))
                .onItem()
                .transformToUniAndConcatenate(one -> take.apply(one.envelope()))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
