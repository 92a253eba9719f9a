package io.silverback.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.contracts.ArtefactReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Artefacts that the service says it has written. */
@ApplicationScoped
class Reports {

    private final ArtefactStore store;

    Reports(ArtefactStore store) {
        this.store = store;
    }

    String text(ArtefactReference reference) {
        StoredArtefact stored =
                new StoredArtefact(
                        reference.uri(),
                        reference.sha256Stored(),
                        reference.sha256Content(),
                        reference.bytes());
        try (InputStream content = store.open(stored)) {
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
