package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gate is open, or has been decided.
 *
 * @param subjectId the migration ({@code _estate}'s, for execution) or cutover it stands before
 * @param step the step's number for the gate {@code step}
 * @param approvers how many people must agree; 0 means by criteria alone
 * @param evidence what a decision rests on, as short facts
 * @param evidenceHash of the evidence; a decision on another hash is void
 * @param by opaque actor id, or {@code criteria}
 */
public record GoNoGo(
        String subjectId,
        String planId,
        String planHash,
        Gate gate,
        @Nullable Integer step,
        Status status,
        int approvers,
        Map<String, String> evidence,
        String evidenceHash,
        @Nullable String by,
        @Nullable String why)
        implements Event {

    /** Where go or no-go is decided. */
    public enum Gate {
        @JsonProperty("execution")
        EXECUTION,
        @JsonProperty("cutover")
        CUTOVER,
        @JsonProperty("step")
        STEP,
        @JsonProperty("decommission")
        DECOMMISSION
    }

    /** Open and undecided, decided either way, or closed by its time-out. */
    public enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("go")
        GO,
        @JsonProperty("no-go")
        NO_GO,
        @JsonProperty("closed")
        CLOSED
    }

    public GoNoGo {
        evidence = evidence == null ? Map.of() : Map.copyOf(evidence);
    }
}
