package io.silverback.traffic.storage;

import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.CutoverRequested.Member;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.TestsPassed;
import io.silverback.traffic.canary.Canary;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Opening;
import io.silverback.traffic.canary.Openings;
import io.silverback.traffic.canary.RollingBack;
import io.silverback.traffic.canary.Waiting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which cutovers may begin: those whose migrations have all passed. Requests and passed tests come
 * in any order and at once, so these few transactions take turns.
 */
@ApplicationScoped
public class Admission {

    private static final String TURNS = "admission";

    private final CutoverStore cutovers;
    private final Migrations migrations;
    private final Subjects subjects;
    private final Clock clock;

    Admission(CutoverStore cutovers, Migrations migrations, Subjects subjects, Clock clock) {
        this.cutovers = cutovers;
        this.migrations = migrations;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** A cutover becomes known; at once on its way back when a rollback was there before it. */
    public Uni<Void> requested(Mutiny.Session session, CutoverRequested request) {
        return Locks.take(session, TURNS)
                .chain(() -> session.find(CutoverEntity.class, request.cutoverId()))
                .chain(row -> row == null ? create(session, request) : nothing());
    }

    /** A migration's tests have passed; an older generation than what is known says nothing. */
    public Uni<Void> passed(Mutiny.Session session, TestsPassed passed) {
        return Locks.take(session, TURNS)
                .chain(
                        () ->
                                migrations.change(
                                        session, passed.migrationId(), row -> note(row, passed)))
                .chain(() -> eachCutover(session, passed.migrationId(), id -> admit(session, id)));
    }

    /** What had passed was changed by hand since: it counts no more. */
    public Uni<Void> staled(
            Mutiny.Session session, String migrationId, long generation, String why) {
        return Locks.take(session, TURNS)
                .chain(
                        () ->
                                migrations.change(
                                        session,
                                        migrationId,
                                        row -> row.passed &= row.generation > generation))
                .chain(() -> eachCutover(session, migrationId, id -> stale(session, id, why)));
    }

    private Uni<Void> stale(Mutiny.Session session, String cutoverId, String why) {
        return cutovers.decide(session, cutoverId, c -> c.canary().staled(why)).replaceWithVoid();
    }

    private Uni<Void> create(Mutiny.Session session, CutoverRequested request) {
        List<String> ids = new Cutover(request, Map.of(), new Waiting(), 0).migrationIds();
        return subjects.keptFor(session, request.cutoverId(), ids)
                .map(kept -> kept.<Canary>map(RollingBack::new).orElseGet(Waiting::new))
                .chain(canary -> cutovers.create(session, request, canary))
                .chain(() -> subjects.add(session, request.cutoverId(), ids))
                .chain(() -> admit(session, request.cutoverId()));
    }

    private static void note(MigrationEntity row, TestsPassed passed) {
        if (passed.generation() >= row.generation) {
            row.generation = passed.generation();
            row.passed = true;
            row.facts = facts(passed);
        }
    }

    private static String facts(TestsPassed passed) {
        return "generation %d: %d entities, %d differing; %d of %d routes; %d of %d probes"
                .formatted(
                        passed.generation(),
                        passed.parity().entities(),
                        passed.parity().differing(),
                        passed.routes().exercised(),
                        passed.routes().total(),
                        passed.probes().passed(),
                        passed.probes().run());
    }

    private Uni<Void> eachCutover(
            Mutiny.Session session, String migrationId, Function<String, Uni<Void>> each) {
        return subjects.cutoversOf(session, migrationId)
                .chain(
                        ids ->
                                Multi.createFrom()
                                        .iterable(ids)
                                        .onItem()
                                        .transformToUniAndConcatenate(each::apply)
                                        .collect()
                                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> admit(Mutiny.Session session, String cutoverId) {
        return session.find(CutoverEntity.class, cutoverId)
                .map(CutoverRows::read)
                .chain(cutover -> admit(session, cutover));
    }

    private Uni<Void> admit(Mutiny.Session session, Cutover cutover) {
        return migrations
                .all(session, cutover.migrationIds())
                .chain(
                        rows ->
                                opening(cutover.request(), rows)
                                        .map(opening -> open(session, cutover, rows, opening))
                                        .orElseGet(Admission::nothing));
    }

    private Uni<Void> open(
            Mutiny.Session session, Cutover cutover, List<MigrationEntity> rows, Opening opening) {
        Map<String, Long> generations =
                rows.stream().collect(Collectors.toMap(row -> row.id, row -> row.generation));
        return cutovers.decide(
                        session, cutover.id(), generations, now -> now.canary().passed(opening))
                .replaceWithVoid();
    }

    private Optional<Opening> opening(CutoverRequested request, List<MigrationEntity> rows) {
        Map<String, String> passed =
                rows.stream()
                        .filter(row -> row.passed && !row.ended)
                        .collect(Collectors.toMap(row -> row.id, row -> row.facts));
        Map<String, String> facts = new TreeMap<>();
        put(facts, MigrationRequested.ESTATE, passed.get(request.estateMigrationId()));
        for (Member member : request.migrations()) {
            put(facts, member.workspace(), passed.get(member.migrationId()));
        }
        return facts.size() == request.migrations().size() + 1
                ? Optional.of(Openings.of(facts, clock.instant()))
                : Optional.empty();
    }

    private static void put(
            Map<String, String> facts,
            String workspace,
            @org.jspecify.annotations.Nullable String fact) {
        if (fact != null) {
            facts.put(workspace, fact);
        }
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
