package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.snapshot.Manifest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a snapshot back into an empty keyspace: tables, rows, TTLs as they would be by now,
 * WRITETIMEs. Counters are not brought back. Blocks.
 */
public final class KeyspaceRestore {

    private final CqlSession session;

    /** A restore over the session, whose role may create tables. */
    public KeyspaceRestore(CqlSession session) {
        this.session = session;
    }

    /**
     * Restores all tables of the manifest; keyspace and tables that are missing are made first.
     *
     * @return how many rows were written
     * @throws RestoreRefusedException before anything is written, when the keyspace holds rows or
     *     has tables of another form
     */
    public long restore(Manifest manifest, RowSource rows)
            throws IOException, RestoreRefusedException {
        session.refreshSchema();
        Optional<KeyspaceMetadata> keyspace = keyspace(manifest);
        if (keyspace.isPresent()) {
            new EmptyKeyspace(session, keyspace.get()).check(manifest.schema());
        }
        makeTables(manifest);
        session.refreshSchema();
        long written = 0;
        for (CassandraTable table : manifest.schema().tables().values()) {
            written += table.isCounter() ? 0 : write(manifest.keyspace(), table, rows);
        }
        return written;
    }

    /** Writes the rows of one table into one of the same form. */
    long write(String keyspace, CassandraTable table, RowSource rows) throws IOException {
        PreparedStatement insert =
                session.prepare(
                        "INSERT INTO "
                                + name(keyspace)
                                + "."
                                + name(table.name())
                                + " JSON ? DEFAULT UNSET USING TTL ? AND TIMESTAMP ?");
        RowInserts inserts = new RowInserts(table);
        Writes writes = new Writes(session);
        long[] count = {0};
        rows.read(
                table.name(),
                row -> {
                    write(insert, inserts, writes, row);
                    count[0]++;
                });
        writes.await();
        return count[0];
    }

    private static void write(
            PreparedStatement insert, RowInserts inserts, Writes writes, SourceRow row)
            throws IOException {
        for (Map.Entry<CellTimes, String> part : inserts.of(row, Instant.now()).entrySet()) {
            CellTimes times = part.getKey();
            writes.send(insert.bind(part.getValue(), times.ttl(), times.writetime()));
        }
    }

    private void makeTables(Manifest manifest) {
        // Otherwise the driver reads the whole schema again after each statement.
        session.setSchemaMetadataEnabled(false);
        try {
            Optional<KeyspaceMetadata> keyspace = keyspace(manifest);
            if (keyspace.isEmpty()) {
                session.execute(manifest.keyspaceCql());
            }
            manifest.tables().stream()
                    .filter(table -> !isThere(keyspace, table.name()))
                    .forEach(table -> table.cql().forEach(session::execute));
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private Optional<KeyspaceMetadata> keyspace(Manifest manifest) {
        return session.getMetadata().getKeyspace(identifier(manifest.keyspace()));
    }

    private static boolean isThere(Optional<KeyspaceMetadata> keyspace, String table) {
        return keyspace.flatMap(found -> found.getTable(identifier(table))).isPresent();
    }

    private static CqlIdentifier identifier(String name) {
        return CqlIdentifier.fromInternal(name);
    }

    private static String name(String name) {
        return identifier(name).asCql(true);
    }
}
