package io.silverback.traffic.health;

/** Why a verdict lets nothing advance although green is not proven ill. */
public enum Doubt {
    /** No doubt: the verdict speaks for itself. */
    NONE,
    /** Listening has just begun, and a required source was not heard yet. */
    UNHEARD,
    /** Fewer requests on green than the step asks for. */
    TOO_FEW,
    /** Green looks worse than it may, by less than chance can explain. */
    UNCLEAR,
    /** A monitor calls green degraded. */
    DEGRADED,
    /** Tokens and sessions of blue come to green later than the plan allows. */
    BEHIND,
    /** A required source says nothing. */
    SILENT
}
