package io.silverback.kong.database.check;

/** Why rows can't be moved between these two gateways at all. */
public record EstateFinding(Kind kind, String detail, String proposal) {

    /** What stands in the way. */
    public enum Kind {
        /** Migrations are not finished on one side. */
        MIGRATIONS_PENDING,
        /** The two sides have run other migrations. */
        OTHER_VERSION,
        /** Columns are encrypted with a keyring that green does not have. */
        KEYRING_IN_USE
    }
}
