package io.silverback.kong.database.conversion;

/** A value has no place in its column; never leaves this package. */
final class UnconvertibleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ValueProblem.Kind kind;

    UnconvertibleException(ValueProblem.Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    ValueProblem.Kind kind() {
        return kind;
    }
}
