package io.silverback.kong.database.conversion;

/** What a table holds, and so whether it moves. */
public enum TableKind {
    /** Written by people; moved by a load. */
    CONFIGURATION,
    /** Written by traffic; moved by a load and carried over until the cutover is done. */
    RUNTIME,
    /** The workspaces themselves: mapped by name, copied where green has none of that name. */
    WORKSPACES,
    /** Made of other tables by the database or the gateway; never copied. */
    DERIVED,
    /** Of each installation its own; never copied. */
    INSTALLATION;

    /** Whether its rows are copied. */
    public boolean isCopied() {
        return this == CONFIGURATION || this == RUNTIME;
    }
}
