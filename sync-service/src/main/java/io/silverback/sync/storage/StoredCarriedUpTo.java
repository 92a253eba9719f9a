package io.silverback.sync.storage;

import io.silverback.messaging.Lease;
import io.silverback.sync.carrying.CarriedUpTo;
import io.silverback.sync.carrying.RuntimeRows.Member;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** A row for each migration whose runtime rows are carried. */
@ApplicationScoped
class StoredCarriedUpTo implements CarriedUpTo {

    private static final String FIND =
            "select migration_id, generation, moment from carried_up_to where migration_id in (:ids)";

    private static final String NOTE =
            "insert into carried_up_to (migration_id, generation, moment)"
                    + " values (:id, :generation, :moment)"
                    + " on conflict (migration_id) do update"
                    + " set generation = excluded.generation, moment = excluded.moment";

    private record Noted(String id, long generation, Instant moment) {}

    @Override
    public Uni<Map<String, Instant>> of(Lease lease, List<Member> members) {
        List<String> ids = members.stream().map(Member::migrationId).toList();
        return lease.inTransaction(
                session ->
                        session.createNativeQuery(FIND, Object[].class)
                                .setParameter("ids", ids)
                                .getResultList()
                                .map(rows -> newest(rows, members)));
    }

    @Override
    public Uni<Void> note(Lease lease, List<Member> members, Instant moment) {
        return lease.inTransaction(
                session -> {
                    Uni<Void> noted = Uni.createFrom().voidItem();
                    for (Member one : members) {
                        noted = noted.chain(() -> note(session, one, moment));
                    }
                    return noted;
                });
    }

    private static Uni<Void> note(Mutiny.Session session, Member member, Instant moment) {
        return session.createNativeQuery(NOTE)
                .setParameter("id", member.migrationId())
                .setParameter("generation", member.generation())
                .setParameter("moment", moment)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** What was carried before a newer load may have been pruned by it. */
    private static Map<String, Instant> newest(List<Object[]> rows, List<Member> members) {
        Map<String, Long> generations =
                members.stream().collect(Collectors.toMap(Member::migrationId, Member::generation));
        return rows.stream()
                .map(StoredCarriedUpTo::noted)
                .filter(one -> generations.getOrDefault(one.id(), -1L) == one.generation())
                .collect(Collectors.toMap(Noted::id, Noted::moment));
    }

    private static Noted noted(Object[] row) {
        return new Noted(
                (String) row[0],
                ((Number) row[1]).longValue(),
                ((OffsetDateTime) row[2]).toInstant());
    }
}
