package io.silverback.traffic.storage;

import io.silverback.contracts.CutoverRequested;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is known of all cutovers of one plan. */
final class Plans {

    private Plans() {}

    /** Whether all have ended and one at least was completed; one at a time asks for a plan. */
    static Uni<Boolean> isDone(Mutiny.Session session, CutoverRequested one) {
        return Locks.take(session, "plan " + one.planId())
                .chain(
                        () ->
                                session.createSelectionQuery(
                                                "from CutoverEntity where planId = :plan and ended",
                                                CutoverEntity.class)
                                        .setParameter("plan", one.planId())
                                        .getResultList())
                .map(
                        ended ->
                                ids(ended).containsAll(one.planCutoverIds())
                                        && ended.stream()
                                                .anyMatch(row -> row.state.equals("completed")));
    }

    private static Set<String> ids(java.util.List<CutoverEntity> rows) {
        return rows.stream().map(row -> row.id).collect(Collectors.toSet());
    }
}
