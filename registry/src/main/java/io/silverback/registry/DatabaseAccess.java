package io.silverback.registry;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the database under a gateway is reached; needed where rows are moved. */
public sealed interface DatabaseAccess {

    /** Who asks, where the database wants to know. */
    Optional<Account> account();

    /** PEM of the CA that the server's certificate is checked against; TLS is used where given. */
    Optional<Path> ca();

    /**
     * A keyspace of a Cassandra cluster.
     *
     * @param contactPoints unresolved; the other nodes are found through them
     * @param datacenter whose nodes are asked
     */
    record Cassandra(
            List<InetSocketAddress> contactPoints,
            String datacenter,
            String keyspace,
            Optional<Account> account,
            Optional<Path> ca)
            implements DatabaseAccess {

        /** Keeps its own copy of the list. */
        public Cassandra {
            contactPoints = List.copyOf(contactPoints);
        }
    }

    /** A schema of a PostgreSQL database. */
    record Postgres(
            InetSocketAddress server,
            String name,
            String schema,
            Optional<Account> account,
            Optional<Path> ca)
            implements DatabaseAccess {}

    /** A role of the database and its password. */
    record Account(String role, SecretReference password) {}
}
