package io.silverback.kong.database.check;

/** How green's nodes get their configuration. */
public enum GreenMode {
    /** Each node reads the database. */
    TRADITIONAL,
    /** A control plane pushes to data planes: one row that its schema refuses stops them all. */
    HYBRID
}
