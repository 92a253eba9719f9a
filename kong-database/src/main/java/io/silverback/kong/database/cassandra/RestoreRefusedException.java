package io.silverback.kong.database.cassandra;

/** A backup can't be brought back into what is there; nothing was written. */
public final class RestoreRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String table;

    RestoreRefusedException(String table, String reason) {
        super("Table " + table + " " + reason + ".");
        this.table = table;
    }

    /** The table that stands against it. */
    public String table() {
        return table;
    }
}
