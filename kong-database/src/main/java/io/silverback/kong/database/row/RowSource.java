package io.silverback.kong.database.row;

import java.io.IOException;

/** The rows of Cassandra's tables; may be read more than once, always in the same order. */
public interface RowSource {

    /** Takes one row after the other. */
    @FunctionalInterface
    interface Visitor {
        /** Takes a row; an exception ends the reading. */
        void row(SourceRow row) throws IOException;
    }

    /** Reads all rows of the table; none when there is no such table. */
    void read(String table, Visitor visitor) throws IOException;
}
