package io.silverback.sync.rows;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.TransportChoice;
import io.silverback.databases.ArtefactParts;
import io.silverback.databases.Databases;
import io.silverback.databases.backup.Backups;
import io.silverback.kong.database.postgres.LoadRefusedException;
import io.silverback.kong.database.postgres.PostgresCatalogue;
import io.silverback.kong.database.postgres.Undo;
import io.silverback.kong.database.snapshot.Snapshot;
import io.silverback.messaging.PermanentFailure;
import io.silverback.sync.syncing.GreenRows;
import io.silverback.sync.syncing.RowLoad;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Rows of Kong's own tables on PostgreSQL, written by COPY on a worker thread. */
@ApplicationScoped
class PostgresRows implements GreenRows {

    private final Databases databases;
    private final ArtefactStore store;
    private final NodeCaches caches;
    private final Vertx vertx;
    private final CheckedSnapshots checked = new CheckedSnapshots();

    PostgresRows(Databases databases, ArtefactStore store, NodeCaches caches, Vertx vertx) {
        this.databases = databases;
        this.store = store;
        this.caches = caches;
        this.vertx = vertx;
    }

    @Override
    public Uni<Void> backUp(MigrationRequested request, String version, BooleanSupplier isHeld) {
        return vertx.executeBlocking(
                        () -> {
                            new Backups(store, databases)
                                    .createBefore(
                                            request.planId(), request.green(), version, isHeld);
                            return true;
                        },
                        false)
                .replaceWithVoid();
    }

    @Override
    public Uni<RowLoad> load(MigrationRequested request, ConfigDumped dump) {
        return vertx.executeBlocking(() -> loadOnWorker(request, dump), false)
                .call(() -> caches.clear(request.green()));
    }

    @Override
    public Uni<Void> takeBack(MigrationRequested request, long generation) {
        return mayHaveLoaded(request)
                ? vertx.executeBlocking(() -> takeBackOnWorker(request, generation), false)
                        .chain(
                                any ->
                                        any
                                                ? caches.clear(request.green())
                                                : Uni.createFrom().voidItem())
                : Uni.createFrom().voidItem();
    }

    private boolean mayHaveLoaded(MigrationRequested request) {
        return request.transport() != TransportChoice.ADMIN_API
                && databases.knows(request.blue())
                && databases.knows(request.green());
    }

    private RowLoad loadOnWorker(MigrationRequested request, ConfigDumped dump)
            throws IOException, SQLException, LoadRefusedException {
        Snapshot snapshot = snapshot(dump);
        Path scratch = Files.createTempDirectory("silverback-rows-");
        try (Connection connection = databases.postgres(request.green())) {
            return new WorkspaceLoad(connection, snapshot, caches.mode(request.green()), scratch)
                    .run(request, LoadId.of(request.migrationId(), dump.generation()));
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private boolean takeBackOnWorker(MigrationRequested request, long generation)
            throws SQLException {
        try (Connection connection = databases.postgres(request.green())) {
            Undo undo = new Undo(connection, PostgresCatalogue.read(connection));
            boolean any = false;
            for (long one = generation; one > 0; one--) {
                any |= undo.undo(LoadId.of(request.migrationId(), one));
            }
            return any;
        }
    }

    private Snapshot snapshot(ConfigDumped dump) throws IOException {
        ArtefactReference manifest =
                dump.artefacts().stream()
                        .filter(one -> one.name().equals(ConfigDumped.SNAPSHOT))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new PermanentFailure(
                                                "The dump of workspace %s names no snapshot of rows."
                                                        .formatted(dump.workspace())));
        return checked.open(parts(manifest), manifest.sha256Content());
    }

    private ArtefactParts parts(ArtefactReference manifest) throws ArtefactException {
        return ArtefactParts.beside(store, store.id(manifest.uri()));
    }
}
