package io.silverback.kong.database.check;

/**
 * A row that can't be loaded as it is, or not without loss. Holds no value of the row.
 *
 * @param id the row's primary key; empty when a whole table is meant
 * @param detail the columns, constraint or other row that it is about
 * @param outcome what the policy makes of it
 */
public record RowFinding(
        Kind kind, String table, String id, String detail, String proposal, Outcome outcome) {

    /** What is wrong. */
    public enum Kind {
        /** Another row has the same unique key. */
        DUPLICATE("Delete or rename one of them on blue, or choose newest."),
        /** It refers to a row that is not there. */
        ORPHAN("Delete it on blue: nothing can use it."),
        /** It lacks what every row has: its workspace or a column that may not be null. */
        GHOST("Delete it on blue: it is the remains of a deleted row."),
        /** Its workspace is in no table of workspaces. */
        UNKNOWN_WORKSPACE("Delete it on blue: its workspace is gone."),
        /** Text with a NUL byte: PostgreSQL takes none. */
        NUL_BYTE("Write the value anew on blue."),
        /** A number that its column can't hold. */
        OUT_OF_RANGE("Correct the number on blue."),
        /** Not of the form that its type has. */
        MALFORMED("Write the value anew on blue."),
        /** A value whose column has no counterpart. */
        NO_COUNTERPART("Bring green's tables to blue's version, or skip the column."),
        /** A table with rows and without a counterpart. */
        UNKNOWN_TABLE("Install the plugin on green and run its migrations, or skip the table."),
        /** Kong's own schema refuses it; one such row stops every data plane. */
        REFUSED_BY_SCHEMA("Correct the entity on blue."),
        /** A prefixed value without its workspace's id in front; loaded as it is. */
        NO_PREFIX("None needed; blue's own lookups miss it too.");

        private final String proposal;

        Kind(String proposal) {
            this.proposal = proposal;
        }

        String proposal() {
            return proposal;
        }
    }

    /** What becomes of the row. */
    public enum Outcome {
        /** The load is refused. */
        REFUSED,
        /** The row is left out. */
        SKIPPED,
        /** The row is loaded, as the newest or because it does no harm. */
        LOADED
    }
}
