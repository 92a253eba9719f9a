package io.silverback.kong.database.check;

/** What the plan says is to be done about a finding. */
public enum Decision {
    /** Nothing is loaded. */
    FAIL,
    /** Of rows with the same key the one written last is loaded. */
    NEWEST,
    /** The row is left out and reported. */
    SKIP
}
