package io.silverback.simulator.store;

/** The database does not answer, or answers with an error that says nothing of a row. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public DatabaseFailure(Exception cause) {
        super(cause);
    }
}
