package io.silverback.simulator.store;

import io.silverback.simulator.schema.Document;

/** The database itself has refused a row. */
public final class ConstraintViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Kind kind;
    private final transient Document fields;
    private final String table;

    /** What was violated. */
    public enum Kind {
        /** Another row has the values. */
        UNIQUE,
        /** The row that is referred to is not there. */
        MISSING,
        /** Another row refers to this one. */
        REFERENCED
    }

    /**
     * A violation.
     *
     * @param fields the values that were refused, by column
     * @param table the other table of a reference
     */
    public ConstraintViolation(Kind kind, Document fields, String table) {
        super(kind + " " + fields.keySet() + " " + table, null, false, false);
        this.kind = kind;
        this.fields = fields;
        this.table = table;
    }

    /** What was violated. */
    public Kind kind() {
        return kind;
    }

    /** The values that were refused, by column. */
    public Document fields() {
        return fields;
    }

    /** The other table of a reference. */
    public String table() {
        return table;
    }
}
