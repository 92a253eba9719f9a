package io.silverback.traffic.storage;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Locks that are no row's, held until the transaction ends. */
final class Locks {

    private Locks() {}

    /** Waits for the lock on {@code what}. */
    static Uni<Void> take(Mutiny.Session session, String what) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext(current_schema()),"
                                + " hashtext(:what)) as text)",
                        String.class)
                .setParameter("what", what)
                .getSingleResult()
                .replaceWithVoid();
    }
}
