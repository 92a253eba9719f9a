package io.silverback.databases.backup;

import com.datastax.oss.driver.api.core.CqlSession;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.databases.ArtefactParts;
import io.silverback.databases.DatabaseKind;
import io.silverback.databases.Databases;
import io.silverback.kong.database.cassandra.KeyspaceSnapshot;
import io.silverback.kong.database.cassandra.SnapshotPlan;
import io.silverback.kong.database.postgres.GreenBackup;
import io.silverback.kong.database.snapshot.Snapshot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Takes one backup; what is cut off on the way is none and leaves nothing. */
record Taking(ArtefactStore store, Databases databases) {

    Backup take(String owner, String gateway, String version, BooleanSupplier mayWrite)
            throws IOException, SQLException {
        boolean taken = false;
        try (ArtefactParts parts = ArtefactParts.of(store, owner, 0, mayWrite)) {
            Instant now = Instant.now();
            Backup backup =
                    databases.kind(gateway) == DatabaseKind.CASSANDRA
                            ? ofKeyspace(gateway, version, owner, now, parts)
                            : ofPostgres(gateway, version, owner, now, parts);
            Receipts.write(parts, backup);
            taken = true;
            return backup;
        } finally {
            if (!taken && mayWrite.getAsBoolean()) {
                store.removeAll(owner);
            }
        }
    }

    private Backup ofKeyspace(
            String gateway, String version, String owner, Instant now, ArtefactParts parts)
            throws IOException {
        String keyspace = databases.place(gateway);
        try (CqlSession session = databases.cassandra(gateway)) {
            String sha256 =
                    new KeyspaceSnapshot(session, SnapshotPlan.of(keyspace, version)).take(parts);
            return new Backup(
                    owner,
                    0,
                    gateway,
                    DatabaseKind.CASSANDRA,
                    keyspace,
                    version,
                    now,
                    Snapshot.manifest(parts, sha256).countRows(),
                    sha256,
                    parts.stored());
        }
    }

    private Backup ofPostgres(
            String gateway, String version, String owner, Instant now, ArtefactParts parts)
            throws IOException, SQLException {
        try (Connection connection = databases.postgres(gateway)) {
            GreenBackup.Written written = new GreenBackup(connection).write(parts);
            return new Backup(
                    owner,
                    0,
                    gateway,
                    DatabaseKind.POSTGRES,
                    databases.place(gateway),
                    version,
                    now,
                    written.rows(),
                    written.sha256(),
                    parts.stored());
        }
    }
}
