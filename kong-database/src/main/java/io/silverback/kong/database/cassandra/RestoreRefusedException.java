package io.silverback.kong.database.cassandra;

/** Rows are only brought back into an empty keyspace; nothing was written. */
public final class RestoreRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String table;

    RestoreRefusedException(String table) {
        super("Table " + table + " holds rows: a backup is restored into an empty keyspace only.");
        this.table = table;
    }

    /** A table that is not empty. */
    public String table() {
        return table;
    }
}
