package io.silverback.dump.storage;

import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.migration.Case;
import io.silverback.dump.migration.Change;
import io.silverback.dump.migration.Plan;
import io.silverback.dump.migration.Plans;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Orders;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Plans in PostgreSQL. A plan's row is locked first: its changes happen one after another. */
@ApplicationScoped
public class StoredPlans implements Plans {

    private static final String NEW_PLAN =
            "insert into plan (id, estate_migration_id, planned, gate)"
                    + " values (:id, :estate, :planned, :gate) on conflict do nothing";

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
                                .chain(id -> session.find(PlanRow.class, id.orElseThrow()))
                                .chain(plan -> read(session, plan)));
    }

    @Override
    public Uni<Void> conclude(Lease lease, String migrationId, Function<Plan, Change> change) {
        PlanKey key = new PlanKey.OfMigration(migrationId);
        return lease.complete(session -> change(session, key, change).replaceWithVoid());
    }

    /** Admits a migration to its plan, which is made where it is the first of it. */
    public Uni<Void> admit(Mutiny.Session session, MigrationRequested request) {
        PlanKey key = new PlanKey.OfPlan(request.planId(), request.migrationId());
        return make(session, Plan.of(request))
                .chain(() -> change(session, key, plan -> plan.admit(request)))
                .replaceWithVoid();
    }

    /** Changes the plan that {@code key} names; false where it is not known. */
    public Uni<Boolean> change(Mutiny.Session session, PlanKey key, Function<Plan, Change> change) {
        return planId(session, key)
                .chain(
                        id ->
                                id.isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : changeKnown(session, id.get(), change));
    }

    private Uni<Void> make(Mutiny.Session session, Plan plan) {
        PlanRow row = rows.row(plan);
        return session.createNativeQuery(NEW_PLAN)
                .setParameter("id", row.id)
                .setParameter("estate", row.estateMigrationId)
                .setParameter("planned", row.planned)
                .setParameter("gate", row.gate)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Optional<String>> planId(Mutiny.Session session, PlanKey key) {
        return session.createSelectionQuery(query(key), String.class)
                .setParameter("id", key instanceof PlanKey.OfPlan plan ? plan.planId() : key.id())
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    private static String query(PlanKey key) {
        if (key instanceof PlanKey.OfPlan) {
            return "select id from PlanRow where id = :id";
        }
        String column = key instanceof PlanKey.OfCutover ? "cutoverId" : "id";
        return "select planId from MigrationRow where " + column + " = :id";
    }

    private Uni<Boolean> changeKnown(
            Mutiny.Session session, String planId, Function<Plan, Change> change) {
        return session.find(PlanRow.class, planId, LockModeType.PESSIMISTIC_WRITE)
                .chain(
                        plan ->
                                migrations(session, planId)
                                        .chain(known -> apply(session, plan, known, change)))
                .replaceWith(true);
    }

    private Uni<Plan> read(Mutiny.Session session, PlanRow plan) {
        return migrations(session, plan.id).map(known -> rows.plan(plan, known));
    }

    private static Uni<List<MigrationRow>> migrations(Mutiny.Session session, String planId) {
        return session.createSelectionQuery(
                        "from MigrationRow where planId = :plan order by requestedAt, id",
                        MigrationRow.class)
                .setParameter("plan", planId)
                .getResultList();
    }

    private Uni<Void> apply(
            Mutiny.Session session,
            PlanRow plan,
            List<MigrationRow> known,
            Function<Plan, Change> change) {
        Plan before = rows.plan(plan, known);
        Change made = change.apply(before);
        rows.update(plan, made.plan());
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
