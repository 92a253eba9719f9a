package io.silverback.console.cutovers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The states of a cutover. */
public enum CutoverState {
    WAITING,
    AWAITING_GO,
    SHIFTING,
    HOLDING,
    SOAKING,
    COMPLETED,
    ROLLING_BACK,
    ROLLED_BACK,
    STUCK;

    /** The state as it is spelt everywhere: {@code awaiting-go}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing changes any more. */
    public boolean isEnd() {
        return this == COMPLETED || this == ROLLED_BACK;
    }

    /** Whether clients may be on green. */
    public boolean hasOpened() {
        return this != WAITING && this != AWAITING_GO;
    }
}
