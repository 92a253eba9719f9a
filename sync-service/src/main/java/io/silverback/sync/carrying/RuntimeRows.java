package io.silverback.sync.carrying;

import io.silverback.contracts.RowsPolicy;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The runtime rows of blue's database, on their way to green's. */
public interface RuntimeRows {

    /**
     * Brings what was written since {@code batch} says; fails with {@link NotCarriedException}. The
     * same once more changes nothing.
     */
    Uni<Carriage> carry(Batch batch);

    /**
     * Whose rows are carried together.
     *
     * @param since everything that was written before is on green
     */
    record Batch(
            String planId,
            String blue,
            String green,
            RowsPolicy.Read read,
            List<Member> members,
            Instant since) {
        public Batch {
            members = List.copyOf(members);
        }
    }

    /** A migration whose rows were loaded by its dump of {@code generation}. */
    record Member(String migrationId, String workspace, long generation) {}

    /**
     * What one cycle did.
     *
     * @param lag how long the oldest of the rows had waited
     * @param upTo everything that was written before has been carried
     * @param left how many rows can't be carried, because what they refer to is not on green
     */
    record Carriage(int rows, Duration lag, Instant upTo, int left) {}
}
