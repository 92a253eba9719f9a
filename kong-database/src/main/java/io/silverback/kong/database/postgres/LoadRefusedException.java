package io.silverback.kong.database.postgres;

import java.util.List;

/** Green would not take the rows; nothing was changed. */
public final class LoadRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String table;
    private final List<String> reasons;

    LoadRefusedException(String table, List<String> reasons) {
        super(table + ": " + String.join("; ", reasons));
        this.table = table;
        this.reasons = List.copyOf(reasons);
    }

    /** The table that it is about. */
    public String table() {
        return table;
    }

    /** Each names the constraint and the rows on both sides. */
    public List<String> reasons() {
        return reasons;
    }
}
