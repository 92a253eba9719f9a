package io.silverback.traffic.storage;

import io.silverback.traffic.canary.Cause;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Decision;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts rollbacks on record, known or not what they are about. */
@ApplicationScoped
public class Withdrawal {

    private final CutoverStore cutovers;
    private final Subjects subjects;
    private final Migrations migrations;

    Withdrawal(CutoverStore cutovers, Subjects subjects, Migrations migrations) {
        this.cutovers = cutovers;
        this.subjects = subjects;
        this.migrations = migrations;
    }

    /** Everything that {@code subjectId} concerns goes back, unless newer dumps replaced it. */
    public Uni<Void> rollBack(
            Mutiny.Session session, String subjectId, Map<String, Long> generations, Cause cause) {
        return Locks.take(session, "admission")
                .chain(() -> subjects.cutoversOf(session, subjectId))
                .chain(
                        ids ->
                                ids.isEmpty()
                                        ? subjects.keep(session, subjectId, cause)
                                        : rollBack(session, ids, generations, cause));
    }

    /** A migration has ended without success: so do all cutovers that need it. */
    public Uni<Void> ended(Mutiny.Session session, String migrationId, Cause cause) {
        return migrations
                .end(session, migrationId)
                .chain(session::flush)
                .chain(() -> rollBack(session, migrationId, Map.of(), cause));
    }

    private Uni<Void> rollBack(
            Mutiny.Session session, List<String> ids, Map<String, Long> generations, Cause cause) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> cutovers.decide(session, id, now -> decide(now, generations, cause)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Decision decide(Cutover now, Map<String, Long> generations, Cause cause) {
        return now.isPast(generations) ? Decision.keep() : now.canary().rollback(cause);
    }
}
