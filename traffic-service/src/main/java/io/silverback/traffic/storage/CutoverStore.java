package io.silverback.traffic.storage;

import io.silverback.contracts.CutoverRequested;
import io.silverback.messaging.Transactions;
import io.silverback.messaging.database.DatabaseFaults;
import io.silverback.traffic.canary.Canaries;
import io.silverback.traffic.canary.Canary;
import io.silverback.traffic.canary.Cause;
import io.silverback.traffic.canary.Confirmation;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Decision;
import io.silverback.traffic.canary.RecordAwayException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cutovers in PostgreSQL; each decision is one transaction on a locked row. */
@ApplicationScoped
public class CutoverStore implements Canaries {

    private final Transactions transactions;
    private final Effects effects;
    private final Clock clock;

    CutoverStore(Transactions transactions, Effects effects, Clock clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Cutover>> find(String cutoverId) {
        return run(session -> session.find(CutoverEntity.class, cutoverId))
                .map(row -> Optional.ofNullable(row).map(CutoverRows::read));
    }

    @Override
    public Uni<List<Cutover>> unfinished() {
        return run(
                session ->
                        session.createSelectionQuery(
                                        "from CutoverEntity where not ended order by createdAt",
                                        CutoverEntity.class)
                                .getResultList()
                                .map(rows -> rows.stream().map(CutoverRows::read).toList()));
    }

    @Override
    public Uni<List<Cutover>> newest(int atMost) {
        return run(
                session ->
                        session.createSelectionQuery(
                                        "from CutoverEntity order by createdAt desc",
                                        CutoverEntity.class)
                                .setMaxResults(atMost)
                                .getResultList()
                                .map(rows -> rows.stream().map(CutoverRows::read).toList()));
    }

    @Override
    public Uni<Cutover> decide(String cutoverId, Function<Cutover, Decision> decide) {
        return run(session -> decide(session, cutoverId, decide));
    }

    @Override
    public Uni<Void> drilled(
            String drillId, Cutover cutover, Confirmation confirmation, Cause cause) {
        return run(session -> effects.drilled(session, drillId, cutover, confirmation, cause));
    }

    /** As {@link Canaries#decide}, in the caller's transaction. */
    Uni<Cutover> decide(
            Mutiny.Session session, String cutoverId, Function<Cutover, Decision> decide) {
        return session.find(CutoverEntity.class, cutoverId, LockMode.PESSIMISTIC_WRITE)
                .chain(row -> decide(session, row, decide));
    }

    /** Lets a migration's newest generations count, and decides, in the caller's transaction. */
    Uni<Cutover> decide(
            Mutiny.Session session,
            String cutoverId,
            Map<String, Long> generations,
            Function<Cutover, Decision> decide) {
        return session.find(CutoverEntity.class, cutoverId, LockMode.PESSIMISTIC_WRITE)
                .invoke(row -> CutoverRows.put(row, generations))
                .chain(row -> decide(session, row, decide));
    }

    /** Takes a new cutover in. */
    Uni<Void> create(Mutiny.Session session, CutoverRequested request, Canary canary) {
        CutoverEntity row = CutoverRows.create(request, canary, clock.instant());
        return session.persist(row)
                .call(session::flush)
                .call(() -> effects.created(session, CutoverRows.read(row)));
    }

    private Uni<Cutover> decide(
            Mutiny.Session session, CutoverEntity row, Function<Cutover, Decision> decide) {
        Cutover before = CutoverRows.read(row);
        if (!(decide.apply(before) instanceof Decision.Change change)) {
            return Uni.createFrom().item(before);
        }
        CutoverRows.put(row, change.next(), clock.instant());
        return session.flush()
                .map(flushed -> CutoverRows.read(row))
                .call(after -> effects.changed(session, before, after, change.says()));
    }

    private <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return transactions
                .run(work)
                .onFailure(DatabaseFaults::isPassing)
                .transform(RecordAwayException::new);
    }
}
