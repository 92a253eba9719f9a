package io.silverback.sync.artefact;

import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.contracts.ArtefactReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads artefacts on worker threads. */
@ApplicationScoped
public class Artefacts {

    private final ArtefactStore store;
    private final Vertx vertx;

    Artefacts(ArtefactStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    /** What {@code reading} makes of the artefact's content, once all of it was checked. */
    public <T> Uni<T> read(ArtefactReference reference, Reading<T> reading) {
        return vertx.executeBlocking(() -> readOnWorker(reference, reading), false);
    }

    /** Completes when the store can be written and read. */
    public Uni<Void> probe() {
        return vertx.executeBlocking(
                        () -> {
                            store.probe();
                            return true;
                        },
                        false)
                .replaceWithVoid();
    }

    private <T> T readOnWorker(ArtefactReference reference, Reading<T> reading) throws IOException {
        StoredArtefact stored =
                new StoredArtefact(
                        reference.uri(),
                        reference.sha256Stored(),
                        reference.sha256Content(),
                        reference.bytes());
        try (InputStream content = store.open(stored)) {
            T read = reading.read(content);
            content.transferTo(OutputStream.nullOutputStream());
            return read;
        }
    }

    /** Makes something of a stream, on a worker thread. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(InputStream content) throws IOException;
    }
}
