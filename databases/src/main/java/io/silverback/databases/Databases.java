package io.silverback.databases;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import io.silverback.kong.database.cassandra.CassandraSessions;
import io.silverback.kong.database.cassandra.CassandraSettings;
import io.silverback.messaging.PermanentFailure;
import io.silverback.registry.DatabaseAccess;
import io.silverback.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The databases under the registered gateways. Blocks: to be called on worker threads only. */
@ApplicationScoped
public class Databases {

    private static final Duration CASSANDRA_TIMEOUT = Duration.ofSeconds(30);

    private final Registry registry;

    /** The databases of a registry. */
    public Databases(Registry registry) {
        this.registry = registry;
    }

    /** Whether the registry says how the gateway's database is reached. */
    public boolean knows(String gateway) {
        return registry.gateway(gateway).flatMap(found -> found.access()).isPresent();
    }

    /** What kind of database the registry says is under a gateway. */
    public DatabaseKind kind(String gateway) {
        return access(gateway, DatabaseAccess.class, "database") instanceof DatabaseAccess.Cassandra
                ? DatabaseKind.CASSANDRA
                : DatabaseKind.POSTGRES;
    }

    /** Name of the keyspace, or of the PostgreSQL database, under a gateway. */
    public String place(String gateway) {
        DatabaseAccess access = access(gateway, DatabaseAccess.class, "database");
        return access instanceof DatabaseAccess.Postgres postgres
                ? postgres.name()
                : cassandraOf(gateway).keyspace();
    }

    /** Name of the keyspace under a gateway on Cassandra. */
    public String keyspace(String gateway) {
        return cassandraOf(gateway).keyspace();
    }

    /**
     * A session with the Cassandra under a gateway; the caller closes it.
     *
     * @throws DatabaseUnreachable naming gateway and cause
     */
    public CqlSession cassandra(String gateway) {
        DatabaseAccess.Cassandra access = cassandraOf(gateway);
        try {
            return CassandraSessions.open(
                    new CassandraSettings(
                            access.contactPoints(),
                            access.datacenter(),
                            access.account().map(Databases::login),
                            access.ca().map(TrustedAuthority::context),
                            CASSANDRA_TIMEOUT));
        } catch (DriverException e) {
            throw new DatabaseUnreachable("Cassandra", gateway, e);
        }
    }

    /**
     * A connection to the PostgreSQL under a gateway, its schema the current one; the caller closes
     * it.
     *
     * @throws DatabaseUnreachable naming gateway and cause
     */
    public Connection postgres(String gateway) {
        try {
            return PostgresConnections.open(
                    access(gateway, DatabaseAccess.Postgres.class, "PostgreSQL"));
        } catch (SQLException e) {
            throw new DatabaseUnreachable("PostgreSQL", gateway, e);
        }
    }

    private DatabaseAccess.Cassandra cassandraOf(String gateway) {
        return access(gateway, DatabaseAccess.Cassandra.class, "Cassandra");
    }

    private <T extends DatabaseAccess> T access(String gateway, Class<T> kind, String name) {
        Optional<DatabaseAccess> access =
                registry.gateway(gateway).flatMap(found -> found.access());
        return access.filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        "The registry does not say how the %s under gateway %s is reached."
                                                .formatted(name, gateway)));
    }

    private static CassandraSettings.Login login(DatabaseAccess.Account account) {
        return new CassandraSettings.Login(account.role(), account.password().read());
    }
}
