package io.silverback.sync.artefact;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.Content;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.contracts.ArtefactReference;
import io.silverback.messaging.PermanentFailure;
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

    /** What {@code reading} makes of an artefact that only this service refers to. */
    public <T> Uni<T> read(ArtefactId id, Reading<T> reading) {
        return vertx.executeBlocking(() -> readOnWorker(find(id), reading), false);
    }

    /** Stores what {@code content} writes, encrypted with the migration's data key. */
    public Uni<ArtefactReference> write(ArtefactId id, Content content) {
        return vertx.executeBlocking(() -> reference(id, store.write(id, content)), false);
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
        return readOnWorker(stored, reading);
    }

    private StoredArtefact find(ArtefactId id) throws ArtefactException {
        return store.find(id)
                .orElseThrow(
                        () -> new PermanentFailure("Artefact " + id + " is not in the store."));
    }

    private static ArtefactReference reference(ArtefactId id, StoredArtefact stored) {
        return new ArtefactReference(
                id.name(),
                stored.uri(),
                stored.sha256Stored(),
                stored.sha256Content(),
                stored.bytes());
    }

    private <T> T readOnWorker(StoredArtefact stored, Reading<T> reading) throws IOException {
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
