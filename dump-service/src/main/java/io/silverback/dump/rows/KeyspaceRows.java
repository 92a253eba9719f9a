package io.silverback.dump.rows;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.MigrationRequested;
import io.silverback.databases.ArtefactParts;
import io.silverback.databases.DatabaseKind;
import io.silverback.databases.Databases;
import io.silverback.databases.backup.Backup;
import io.silverback.databases.backup.Receipts;
import io.silverback.dump.artefact.Artefacts;
import io.silverback.dump.dumping.BlueRows;
import io.silverback.kong.database.cassandra.KeyspaceSnapshot;
import io.silverback.kong.database.cassandra.SnapshotPlan;
import io.silverback.kong.database.snapshot.Manifest;
import io.silverback.kong.database.snapshot.Snapshot;
import io.silverback.messaging.PermanentFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Rows of a keyspace on Cassandra, read on a worker thread. */
@ApplicationScoped
class KeyspaceRows implements BlueRows {

    private final Databases databases;
    private final ArtefactStore store;
    private final Vertx vertx;

    KeyspaceRows(Databases databases, ArtefactStore store, Vertx vertx) {
        this.databases = databases;
        this.store = store;
        this.vertx = vertx;
    }

    @Override
    public Uni<Void> reach(String blue, String green) {
        return vertx.executeBlocking(() -> reachOnWorker(blue, green), false).replaceWithVoid();
    }

    @Override
    public Uni<ArtefactReference> snapshot(
            MigrationRequested request, long generation, String version, BooleanSupplier isHeld) {
        return vertx.executeBlocking(
                () -> {
                    int number = Math.toIntExact(generation);
                    try (ArtefactParts parts =
                            ArtefactParts.of(store, request.planId(), number, isHeld)) {
                        return snapshot(request, version, parts);
                    }
                },
                false);
    }

    private ArtefactReference snapshot(
            MigrationRequested request, String version, ArtefactParts parts) throws IOException {
        String keyspace = databases.keyspace(request.blue());
        try (CqlSession session = databases.cassandra(request.blue())) {
            SnapshotPlan plan = SnapshotPlan.of(keyspace, version).at(request.rows().read().name());
            String sha256 = new KeyspaceSnapshot(session, plan).take(parts);
            writeReceipt(request, keyspace, sha256, parts);
        }
        ArtefactId manifest = parts.id(Manifest.NAME);
        return Artefacts.reference(manifest, parts.stored(Manifest.NAME).orElseThrow());
    }

    /** The plan's snapshot is a backup as well. */
    private static void writeReceipt(
            MigrationRequested request, String keyspace, String sha256, ArtefactParts parts)
            throws IOException {
        Manifest manifest = Snapshot.manifest(parts, sha256);
        Receipts.write(
                parts,
                new Backup(
                        request.planId(),
                        parts.generation(),
                        request.blue(),
                        DatabaseKind.CASSANDRA,
                        keyspace,
                        manifest.kongVersion(),
                        manifest.begun(),
                        manifest.countRows(),
                        sha256,
                        parts.stored()));
    }

    private boolean reachOnWorker(String blue, String green) throws SQLException {
        try (CqlSession session = databases.cassandra(blue);
                Connection connection = databases.postgres(green)) {
            String keyspace = databases.keyspace(blue);
            if (session.getMetadata().getKeyspace(CqlIdentifier.fromInternal(keyspace)).isEmpty()) {
                throw new PermanentFailure(
                        "The Cassandra under gateway %s has no keyspace %s, or its role may not see it."
                                .formatted(blue, keyspace));
            }
            return !connection.isClosed();
        }
    }
}
