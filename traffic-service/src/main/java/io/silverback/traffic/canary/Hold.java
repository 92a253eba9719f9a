package io.silverback.traffic.canary;

import java.time.Instant;

/** Why a cutover does not advance, and since when. */
public record Hold(Kind kind, String why, Instant since) {

    /** One announcement is made for each kind of hold. */
    public enum Kind {
        /** Too few requests on green. */
        TOO_FEW,
        /** The numbers say neither. */
        UNCLEAR,
        /** A monitor has doubts. */
        DEGRADED,
        /** A required source is silent. */
        SILENT,
        /** Runtime rows are carried over too late. */
        BEHIND,
        /** Outside the plan's window. */
        WINDOW,
        /** A router refused the step. */
        ROUTER,
        /** An operator paused it. */
        PAUSED,
        /** A router was found to give green less than is on record. */
        BY_HAND
    }

    /** Whether only an operator's word ends it. */
    boolean untilResumed() {
        return kind == Kind.PAUSED || kind == Kind.BY_HAND;
    }
}
