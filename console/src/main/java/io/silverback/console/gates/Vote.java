package io.silverback.console.gates;

import io.silverback.contracts.GoNoGo;
import java.time.Instant;
import java.util.Objects;

/**
 * One person's go at a gate.
 *
 * @param step 0 where the gate is no step's
 */
public record Vote(
        String subjectId, GoNoGo.Gate gate, int step, String evidenceHash, String by, Instant at) {

    /** Whether it is about this gate and the evidence that it shows. */
    boolean isOn(GoNoGo opened) {
        return subjectId.equals(opened.subjectId())
                && gate == opened.gate()
                && step == Objects.requireNonNullElse(opened.step(), 0)
                && evidenceHash.equals(opened.evidenceHash());
    }

    /** Whether both are about the same gate and evidence. */
    public boolean isAtTheGateOf(Vote other) {
        return subjectId.equals(other.subjectId())
                && gate == other.gate()
                && step == other.step()
                && evidenceHash.equals(other.evidenceHash());
    }
}
