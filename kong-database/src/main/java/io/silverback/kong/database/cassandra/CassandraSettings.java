package io.silverback.kong.database.cassandra;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How blue's Cassandra is reached.
 *
 * @param datacenter the one whose nodes are asked
 * @param login of a role that may read the keyspace
 * @param tls when its nodes want TLS; host names are checked
 * @param timeout of one request
 */
public record CassandraSettings(
        List<InetSocketAddress> contactPoints,
        String datacenter,
        Optional<Login> login,
        Optional<SSLContext> tls,
        Duration timeout) {

    /** A role and its password. */
    public record Login(String role, String password) {
        @Override
        public String toString() {
            return "Login[" + role + "]";
        }
    }
}
