package io.silverback.dump.artefact;

import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.ConflictingArtefactException;
import io.silverback.artefacts.Content;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.contracts.ArtefactReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Writes artefacts on worker threads. */
@ApplicationScoped
public class Artefacts {

    private final ArtefactStore store;
    private final Vertx vertx;

    Artefacts(ArtefactStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    /**
     * Stores {@code content}. What an earlier attempt left under the id was never published, so it
     * is replaced, as long as {@code isHeld} says that this is still the only attempt.
     */
    public Uni<ArtefactReference> write(ArtefactId id, Content content, BooleanSupplier isHeld) {
        return vertx.executeBlocking(() -> writeOnWorker(id, content, isHeld), false);
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

    private ArtefactReference writeOnWorker(ArtefactId id, Content content, BooleanSupplier isHeld)
            throws IOException {
        try {
            return reference(id, store.write(id, content));
        } catch (ConflictingArtefactException e) {
            if (!isHeld.getAsBoolean()) {
                throw e;
            }
            store.remove(id);
            return reference(id, store.write(id, content));
        }
    }

    /** What an event says of a stored artefact. */
    public static ArtefactReference reference(ArtefactId id, StoredArtefact stored) {
        return new ArtefactReference(
                id.name(),
                stored.uri(),
                stored.sha256Stored(),
                stored.sha256Content(),
                stored.bytes());
    }
}
