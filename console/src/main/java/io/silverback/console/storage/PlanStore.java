package io.silverback.console.storage;

import io.silverback.console.facts.Facts;
import io.silverback.console.gates.Vote;
import io.silverback.console.plans.PlanStatus;
import io.silverback.console.plans.SubmittedPlan;
import io.silverback.contracts.MigrationRequested;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/** The plans, and what became of them. */
@ApplicationScoped
public class PlanStore {
    private static final int NEWEST = 50;
    private static final long ONE_AT_A_TIME = 7400;

    private static final String INSERT =
            "insert into plan (id, name, hash, change, mode, blue, green, submitted_by,"
                    + " submitted_at, warnings) values (:id, :name, :hash, nullif(:change, ''),"
                    + " :mode, :blue, :green, nullif(:by, ''), cast(:at as timestamptz), :warnings)"
                    + " on conflict (id) do nothing";

    private static final String FACTS =
            "from Fact f where f.subjectId in (select r.subjectId from Fact r where r.planId in"
                    + " (:plans))";

    private final VoteStore votes;

    PlanStore(VoteStore votes) {
        this.votes = votes;
    }

    /** Lets one plan at a time be submitted; until the end of the transaction. */
    public Uni<Void> lock(Mutiny.Session session) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", ONE_AT_A_TIME)
                .getResultList()
                .replaceWithVoid();
    }

    /** Keeps a plan, unless it is known. */
    public Uni<Void> add(Mutiny.Session session, SubmittedPlan plan) {
        return session.createNativeQuery(INSERT)
                .setParameter("id", plan.id())
                .setParameter("name", plan.name())
                .setParameter("hash", plan.planHash())
                .setParameter("change", Objects.requireNonNullElse(plan.change(), ""))
                .setParameter("mode", plan.mode().name())
                .setParameter("blue", plan.blue())
                .setParameter("green", plan.green())
                .setParameter("by", Objects.requireNonNullElse(plan.submittedBy(), ""))
                .setParameter("at", plan.submittedAt().atOffset(ZoneOffset.UTC))
                .setParameter("warnings", PlanRow.json(plan.warnings()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Keeps the plan of a migration that was heard of, as far as it says. */
    public Uni<Void> add(Mutiny.Session session, MigrationRequested heard, Instant at) {
        return add(
                session,
                new SubmittedPlan(
                        heard.planId(),
                        heard.planName(),
                        heard.planHash(),
                        heard.change(),
                        heard.mode(),
                        heard.blue(),
                        heard.green(),
                        null,
                        at,
                        List.of()));
    }

    /** The newest plans, the newest first. */
    public Uni<List<PlanStatus>> newest(Mutiny.Session session) {
        return session.createQuery("from Plan order by submittedAt desc, id", PlanRow.class)
                .setMaxResults(NEWEST)
                .getResultList()
                .chain(rows -> statuses(session, rows));
    }

    private Uni<List<PlanStatus>> statuses(Mutiny.Session session, List<PlanRow> plans) {
        if (plans.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(FACTS, FactRow.class)
                .setParameter("plans", plans.stream().map(row -> row.id).toList())
                .getResultList()
                .chain(facts -> votes.all(session).map(cast -> statuses(plans, facts, cast)));
    }

    private static List<PlanStatus> statuses(
            List<PlanRow> plans, List<FactRow> rows, List<Vote> votes) {
        Map<String, String> planOf = new HashMap<>();
        for (FactRow row : rows) {
            String planId = row.planId;
            if (planId != null) {
                planOf.put(row.subjectId, planId);
            }
        }
        Map<String, List<FactRow>> byPlan = new HashMap<>();
        for (FactRow row : rows) {
            byPlan.computeIfAbsent(planOf.getOrDefault(row.subjectId, ""), id -> new ArrayList<>())
                    .add(row);
        }
        return plans.stream()
                .map(plan -> status(plan, byPlan.getOrDefault(plan.id, List.of()), votes))
                .toList();
    }

    private static PlanStatus status(PlanRow plan, List<FactRow> rows, List<Vote> votes) {
        return PlanStatus.of(
                plan.plan(), Facts.bySubject(rows.stream().map(FactRow::fact).toList()), votes);
    }
}
