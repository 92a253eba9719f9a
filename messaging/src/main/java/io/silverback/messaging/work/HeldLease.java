package io.silverback.messaging.work;

import io.silverback.messaging.Lease;
import io.silverback.messaging.LeaseLost;
import io.silverback.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The lease on one taken job. */
final class HeldLease implements Lease {
    private static final String EXTEND =
            "update job set lease_until = clock_timestamp() + :millis * interval '1 millisecond'"
                    + " where id = :id and token = :token";
    private static final String DELETE = "delete from job where id = :id and token = :token";

    private final TakenJob taken;
    private final Duration length;
    private final JobTable table;
    private final Transactions transactions;
    private volatile long heldUntil;
    private volatile boolean over;
    private volatile long suspendedMillis;

    HeldLease(TakenJob taken, Duration length, JobTable table, Transactions transactions) {
        this.taken = taken;
        this.length = length;
        this.table = table;
        this.transactions = transactions;
        this.heldUntil = until(taken.takenAt());
    }

    @Override
    public boolean isHeld() {
        return !over && System.nanoTime() - heldUntil < 0;
    }

    /** Whether the job was completed, suspended or lost. */
    boolean isOver() {
        return over;
    }

    /** For how long the job was suspended; 0 where it was not. */
    long suspendedMillis() {
        return suspendedMillis;
    }

    void lose() {
        over = true;
    }

    /** Whether the job is still ours. */
    Uni<Boolean> renew() {
        long asked = System.nanoTime();
        return table.renew(taken, length).invoke(ours -> renewed(ours, asked));
    }

    @Override
    public <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        long asked = System.nanoTime();
        return transactions
                .run(session -> work.apply(session).call(() -> extend(session)))
                .invoke(() -> renewed(true, asked));
    }

    @Override
    public <T> Uni<T> complete(Function<Mutiny.Session, Uni<T>> work) {
        return transactions
                .run(session -> work.apply(session).call(() -> delete(session)))
                .invoke(this::lose);
    }

    @Override
    public Uni<Void> suspendFor(Duration delay) {
        suspendedMillis = Math.max(1, delay.toMillis());
        return table.giveBack(taken, delay, 0).invoke(this::lose).chain(this::mustBeOurs);
    }

    private Uni<Void> extend(Mutiny.Session session) {
        return ours(session.createNativeQuery(EXTEND).setParameter("millis", length.toMillis()));
    }

    private Uni<Void> delete(Mutiny.Session session) {
        return ours(session.createNativeQuery(DELETE));
    }

    private Uni<Void> ours(Mutiny.MutationQuery statement) {
        return statement
                .setParameter("id", taken.job().id())
                .setParameter("token", taken.token())
                .executeUpdate()
                .chain(rows -> mustBeOurs(rows == 1));
    }

    Uni<Void> mustBeOurs(boolean ours) {
        if (ours) {
            return Uni.createFrom().voidItem();
        }
        lose();
        return Uni.createFrom().failure(new LeaseLost(taken.job().id()));
    }

    private void renewed(boolean ours, long asked) {
        if (ours) {
            heldUntil = until(asked);
        } else {
            lose();
        }
    }

    /** A tenth less than the database grants, as clocks run at different speeds. */
    private long until(long asked) {
        return asked + length.toNanos() / 10 * 9;
    }
}
