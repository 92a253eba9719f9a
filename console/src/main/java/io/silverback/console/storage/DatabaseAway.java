package io.silverback.console.storage;

/** PostgreSQL does not answer, or not in time. */
public final class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseAway() {
        super("the console's database does not answer");
    }
}
