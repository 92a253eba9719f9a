package io.silverback.dump.rows;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.MigrationRequested;
import io.silverback.databases.ArtefactParts;
import io.silverback.databases.Databases;
import io.silverback.dump.artefact.Artefacts;
import io.silverback.dump.dumping.BlueRows;
import io.silverback.kong.database.cassandra.KeyspaceSnapshot;
import io.silverback.kong.database.cassandra.SnapshotPlan;
import io.silverback.kong.database.snapshot.Manifest;
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
        try (CqlSession session = databases.cassandra(request.blue())) {
            SnapshotPlan plan =
                    SnapshotPlan.of(databases.keyspace(request.blue()), version)
                            .at(request.rows().read().name());
            new KeyspaceSnapshot(session, plan).take(parts);
        }
        ArtefactId manifest = parts.id(Manifest.NAME);
        return Artefacts.reference(manifest, store.find(manifest).orElseThrow());
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
