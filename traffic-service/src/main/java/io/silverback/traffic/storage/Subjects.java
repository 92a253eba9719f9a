package io.silverback.traffic.storage;

import io.silverback.traffic.canary.Cause;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What rollbacks may name, and the rollbacks that named what was not known. */
@ApplicationScoped
class Subjects {

    Uni<List<String>> cutoversOf(Mutiny.Session session, String subjectId) {
        return session.createNativeQuery(
                        "select cutover_id from subject where id = :id order by cutover_id",
                        String.class)
                .setParameter("id", subjectId)
                .getResultList();
    }

    Uni<Void> add(Mutiny.Session session, String cutoverId, List<String> migrationIds) {
        return Multi.createFrom()
                .items(Stream.concat(Stream.of(cutoverId), migrationIds.stream()).distinct())
                .onItem()
                .transformToUniAndConcatenate(
                        id ->
                                session.createNativeQuery(
                                                "insert into subject (id, cutover_id)"
                                                        + " values (:id, :cutover)")
                                        .setParameter("id", id)
                                        .setParameter("cutover", cutoverId)
                                        .executeUpdate())
                .collect()
                .asList()
                .replaceWithVoid();
    }

    Uni<Void> keep(Mutiny.Session session, String subjectId, Cause cause) {
        return session.createNativeQuery(
                        "insert into kept_rollback (subject_id, reason, requested_by, at) values"
                                + " (:id, :reason, :by, :at) on conflict do nothing")
                .setParameter("id", subjectId)
                .setParameter("reason", cause.reason())
                .setParameter("by", cause.requestedBy())
                .setParameter("at", cause.at())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Optional<Cause>> keptFor(
            Mutiny.Session session, String cutoverId, List<String> migrationIds) {
        List<String> ids = Stream.concat(Stream.of(cutoverId), migrationIds.stream()).toList();
        return session.createNativeQuery(
                        "select reason, requested_by, at from kept_rollback"
                                + " where subject_id in (:ids) order by at",
                        Object[].class)
                .setParameter("ids", ids)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(Subjects::cause));
    }

    private static Cause cause(Object[] row) {
        Instant at = row[2] instanceof Instant instant ? instant : Instant.EPOCH;
        return Cause.of(String.valueOf(row[0]), String.valueOf(row[1]), at);
    }
}
