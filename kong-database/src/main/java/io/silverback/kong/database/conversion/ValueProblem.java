package io.silverback.kong.database.conversion;

/**
 * A value that PostgreSQL would not take, or that is not as Kong writes it. Holds no value: it may
 * be a secret.
 */
public record ValueProblem(Kind kind, String column) {

    /** What is wrong with it. */
    public enum Kind {
        /** Text with a NUL byte. */
        NUL_BYTE,
        /** A number too large for its column. */
        OUT_OF_RANGE,
        /** Text that should be JSON and is not. */
        NOT_JSON,
        /** Not of the form that its type has. */
        MALFORMED,
        /** A value of a prefixed column that does not begin with its workspace's id; kept. */
        NO_PREFIX,
        /** The row's workspace has no counterpart. */
        UNKNOWN_WORKSPACE,
        /** A value in a column that has no counterpart; dropped. */
        NO_COUNTERPART
    }

    /** Whether the row may be loaded all the same. */
    public boolean isHarmless() {
        return kind == Kind.NO_PREFIX;
    }
}
