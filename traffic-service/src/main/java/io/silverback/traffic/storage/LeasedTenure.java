package io.silverback.traffic.storage;

import io.silverback.messaging.Lease;
import io.silverback.messaging.database.DatabaseFaults;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Decision;
import io.silverback.traffic.canary.RecordAwayException;
import io.silverback.traffic.canary.Tenure;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** A job's lease is the right to raise: checked in the transaction that records the step. */
final class LeasedTenure implements Tenure {

    private final Lease lease;
    private final CutoverStore store;
    private final String cutoverId;

    LeasedTenure(Lease lease, CutoverStore store, String cutoverId) {
        this.lease = lease;
        this.store = store;
        this.cutoverId = cutoverId;
    }

    @Override
    public boolean isHeld() {
        return lease.isHeld();
    }

    @Override
    public Uni<Cutover> decide(Function<Cutover, Decision> decide) {
        return lease.inTransaction(session -> store.decide(session, cutoverId, decide))
                .onFailure(DatabaseFaults::isPassing)
                .transform(RecordAwayException::new);
    }
}
