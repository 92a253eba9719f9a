package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A migration is over.
 *
 * @param field the plan's field at fault, where it is one
 * @param reason why, in one sentence; none when all went well
 */
public record MigrationEnded(
        String migrationId,
        String workspace,
        String planHash,
        long generation,
        Outcome outcome,
        @Nullable String field,
        @Nullable String reason)
        implements Event {

    /** How it ended. */
    public enum Outcome {
        @JsonProperty("completed")
        COMPLETED,
        @JsonProperty("rehearsed")
        REHEARSED,
        @JsonProperty("rolled-back")
        ROLLED_BACK,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("undone")
        UNDONE
    }
}
