package io.silverback.kong.database.conversion;

/**
 * Something of Cassandra's schema without a counterpart in PostgreSQL's, or the reverse. It matters
 * when rows hold something there; whether to fail or to skip is the plan's decision.
 *
 * @param column empty when the whole table is meant
 */
public record SchemaFinding(Kind kind, String table, String column, String proposal) {

    /** What is missing. */
    public enum Kind {
        /** Cassandra's table is not on PostgreSQL. */
        UNKNOWN_TABLE,
        /** Cassandra's column is not on PostgreSQL. */
        UNKNOWN_COLUMN,
        /** There is no known way from the one type to the other. */
        UNKNOWN_TYPE,
        /** PostgreSQL wants a value that Cassandra does not have. */
        MISSING_COLUMN
    }
}
