package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.snapshot.Manifest;
import io.silverback.kong.database.snapshot.TableEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

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
     */
    public long restore(Manifest manifest, RowSource rows)
            throws IOException, RestoreRefusedException {
        prepare(manifest);
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

    private void prepare(Manifest manifest) throws RestoreRefusedException {
        // Otherwise the driver reads the whole schema again after each statement.
        session.setSchemaMetadataEnabled(false);
        try {
            makeTables(manifest);
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private void makeTables(Manifest manifest) throws RestoreRefusedException {
        if (session.getMetadata().getKeyspace(name(manifest.keyspace())).isEmpty()) {
            session.execute(manifest.keyspaceCql());
        }
        for (TableEntry table : manifest.tables()) {
            boolean there =
                    session.getMetadata()
                            .getKeyspace(name(manifest.keyspace()))
                            .flatMap(keyspace -> keyspace.getTable(name(table.name())))
                            .isPresent();
            if (!there) {
                table.cql().forEach(session::execute);
            } else if (session.execute(
                                    "SELECT * FROM "
                                            + name(manifest.keyspace())
                                            + "."
                                            + name(table.name())
                                            + " LIMIT 1")
                            .one()
                    != null) {
                throw new RestoreRefusedException(table.name());
            }
        }
    }

    private static String name(String name) {
        return CqlIdentifier.fromInternal(name).asCql(true);
    }
}
