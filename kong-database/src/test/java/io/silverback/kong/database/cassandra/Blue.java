package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.schema.CassandraTable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real Cassandra with Kong's recorded tables. */
public final class Blue {

    private Blue() {}

    public static CqlSession connect(CassandraProcess cassandra) {
        return connect(cassandra, Optional.empty());
    }

    /** As a role; its password is its name. A new server makes its first role after a while. */
    static CqlSession connect(CassandraProcess cassandra, String role) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                return connect(cassandra, Optional.of(new CassandraSettings.Login(role, role)));
            } catch (AllNodesFailedException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
        }
    }

    private static CqlSession connect(
            CassandraProcess cassandra, Optional<CassandraSettings.Login> login) {
        return CassandraSessions.open(
                new CassandraSettings(
                        List.of(cassandra.address()),
                        "datacenter1",
                        login,
                        Optional.empty(),
                        Duration.ofSeconds(60)));
    }

    /** Keyspace and tables as recorded; without options that Cassandra 5 no longer knows. */
    public static void createTables(CqlSession session) throws IOException {
        session.setSchemaMetadataEnabled(false);
        String layout = Files.readString(Recorded.layout("cassandra-schema.cql"));
        for (String statement : layout.split(";")) {
            String cql = statement.strip();
            if (cql.startsWith("CREATE TABLE")) {
                session.execute(cql.substring(0, cql.lastIndexOf(") WITH") + 1));
            } else if (cql.startsWith("CREATE KEYSPACE")
                    || cql.contains("INDEX consumers_username")) {
                session.execute(cql);
            }
        }
        session.setSchemaMetadataEnabled(null);
    }

    /** The recorded rows with their TTLs, counters left out. */
    static void fill(CqlSession session, RowSource rows) throws IOException {
        KeyspaceRestore restore = new KeyspaceRestore(session);
        for (CassandraTable table : Recorded.cassandraSchema().tables().values()) {
            if (!table.isCounter()) {
                restore.write("kong", table, rows);
            }
        }
    }

    public static void fill(CqlSession session) throws IOException {
        fill(session, MemoryRows.recorded());
    }

    static List<String> tables() {
        return new ArrayList<>(Recorded.cassandraSchema().tables().keySet());
    }
}
