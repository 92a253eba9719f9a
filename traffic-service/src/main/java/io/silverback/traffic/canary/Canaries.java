package io.silverback.traffic.canary;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The cutovers on record. Any call may fail with {@link RecordAwayException} while the record can't
 * be reached.
 */
public interface Canaries {

    /** The cutover of that id. */
    Uni<Optional<Cutover>> find(String cutoverId);

    /** All that have not ended. */
    Uni<List<Cutover>> unfinished();

    /** The newest, ended ones as well. */
    Uni<List<Cutover>> newest(int atMost);

    /**
     * Lets {@code decide} decide on the record, and saves the new state together with what it says.
     * Emits the cutover as it is then. Nobody else changes it meanwhile.
     */
    Uni<Cutover> decide(String cutoverId, Function<Cutover, Decision> decide);

    /** Says once, whoever asks, that the way back was rehearsed for the request {@code drillId}. */
    Uni<Void> drilled(String drillId, Cutover cutover, Confirmation confirmation, Cause cause);
}
