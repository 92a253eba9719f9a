package io.silverback.contracts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who must agree at a gate.
 *
 * @param approvers how many people; 0 means by criteria alone
 * @param timeout how long the gate stays open; without it, for ever
 */
public record GatePolicy(int approvers, @Nullable Duration timeout) {

    /** Open by criteria alone, without an end. */
    public static final GatePolicy BY_CRITERIA = new GatePolicy(0, null);
}
