package io.silverback.sync.artefact;

import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.FileArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.KeysetException;
import io.silverback.registry.Registry;
import io.silverback.registry.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Opens the store that the configuration names. */
class BlockingStore {

    @Produces
    @ApplicationScoped
    ArtefactStore store(Registry registry, ArtefactSettings settings) throws KeysetException {
        Store store =
                registry.store(settings.store())
                        .orElseThrow(() -> new UnknownStore(settings.store()));
        KeyEncryptionKey key = KeyEncryptionKey.load(settings.keyset());
        return FileArtefactStore.open(store.name(), ((Store.File) store).path(), key);
    }
}
