package io.silverback.databases;

/** What a gateway keeps its configuration in. */
public enum DatabaseKind {
    /** A keyspace on Apache Cassandra. */
    CASSANDRA,
    /** A schema of a PostgreSQL database. */
    POSTGRES
}
