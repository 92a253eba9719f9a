package io.silverback.sync.storage;

import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Orders;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.Change;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Migrations in PostgreSQL. The changes of one plan happen one after another. */
@ApplicationScoped
public class StoredPlans implements Plans {

    private static final String LOCK =
            "select cast(pg_advisory_xact_lock(hashtext(current_schema()), hashtext(:plan)) as text)";

    private final Rows rows;
    private final Orders orders;
    private final Clock clock = Clock.systemUTC();

    StoredPlans(Rows rows, Orders orders) {
        this.rows = rows;
        this.orders = orders;
    }

    @Override
    public Uni<Plan> find(Lease lease, String migrationId) {
        return lease.inTransaction(
                session ->
                        planId(session, new PlanKey.OfMigration(migrationId))
                                .chain(id -> migrations(session, id.orElseThrow()))
                                .map(rows::plan));
    }

    @Override
    public Uni<Void> conclude(Lease lease, String migrationId, Function<Plan, Change> change) {
        PlanKey key = new PlanKey.OfMigration(migrationId);
        return lease.complete(session -> change(session, key, change).replaceWithVoid());
    }

    /** Admits a migration to its plan. */
    public Uni<Void> admit(Mutiny.Session session, MigrationRequested request) {
        return changeKnown(session, request.planId(), plan -> plan.admit(request));
    }

    /** Changes the plan that {@code key} names; false where it is not known. */
    public Uni<Boolean> change(Mutiny.Session session, PlanKey key, Function<Plan, Change> change) {
        return planId(session, key)
                .chain(
                        id ->
                                id.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : changeKnown(session, id.get(), change).replaceWith(true));
    }

    private static Uni<Optional<String>> planId(Mutiny.Session session, PlanKey key) {
        String column = key instanceof PlanKey.OfCutover ? "cutoverId" : "id";
        return session.createSelectionQuery(
                        "select planId from MigrationRow where " + column + " = :value",
                        String.class)
                .setParameter("value", key.id())
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    private Uni<Void> changeKnown(
            Mutiny.Session session, String planId, Function<Plan, Change> change) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("plan", planId)
                .getResultList()
                .chain(() -> migrations(session, planId))
                .chain(known -> apply(session, known, change));
    }

    private static Uni<List<MigrationRow>> migrations(Mutiny.Session session, String planId) {
        return session.createSelectionQuery(
                        "from MigrationRow where planId = :plan order by requestedAt, id",
                        MigrationRow.class)
                .setParameter("plan", planId)
                .getResultList();
    }

    private Uni<Void> apply(
            Mutiny.Session session, List<MigrationRow> known, Function<Plan, Change> change) {
        Plan before = rows.plan(known);
        Change made = change.apply(before);
        Map<String, MigrationRow> byId =
                known.stream().collect(Collectors.toMap(row -> row.id, row -> row));
        return save(session, byId, before, made.plan())
                .chain(session::flush)
                .chain(() -> orders.carryOut(session, made.orders()));
    }

    private Uni<Void> save(
            Mutiny.Session session, Map<String, MigrationRow> byId, Plan before, Plan after) {
        Instant now = clock.instant();
        Uni<Void> saved = Uni.createFrom().voidItem();
        for (Case one : after.cases().values()) {
            MigrationRow row = byId.get(one.id());
            if (row == null) {
                StateLog.changed(one, "requested");
                saved = saved.chain(() -> session.persist(rows.row(one, now)));
            } else if (!one.equals(before.cases().get(one.id()))) {
                StateLog.changed(one, row.word);
                rows.update(row, one.state(), now);
            }
        }
        return saved;
    }
}
