package io.silverback.kong.database.cassandra;

import java.io.IOException;

/** Cassandra could not be read to its end; what was written is no snapshot. */
public final class SnapshotFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String table;

    SnapshotFailedException(String table, Throwable cause) {
        super("Table " + table + " can't be read: " + cause.getMessage(), cause);
        this.table = table;
    }

    /** The table that was being read. */
    public String table() {
        return table;
    }
}
