package io.silverback.console.migrations;

import com.fasterxml.jackson.annotation.JsonValue;
import io.silverback.contracts.MigrationEnded.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The states of a migration, in the order in which it goes through them; then its ends. */
public enum MigrationState {
    REQUESTED,
    PREPARING,
    AWAITING_EXECUTION,
    DUMPING,
    SYNCING,
    VERIFYING,
    PASSED,
    CUTTING_OVER,
    SOAKING,
    COMPLETED,
    REHEARSED,
    ROLLED_BACK,
    FAILED,
    UNDONE;

    /** The state as it is spelt everywhere: {@code awaiting-execution}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing changes any more. */
    public boolean isEnd() {
        return ordinal() >= COMPLETED.ordinal();
    }

    static Optional<MigrationState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }

    static MigrationState of(Outcome outcome) {
        return valueOf(outcome.name());
    }
}
