package io.silverback.sync.artefact;

import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.KeysetException;
import io.silverback.databases.CopyLosses;
import io.silverback.databases.RegisteredStores;
import io.silverback.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** Opens the stores that the configuration names. */
class BlockingStore {

    @Produces
    @ApplicationScoped
    ArtefactStore store(Registry registry, ArtefactSettings settings, CopyLosses losses)
            throws KeysetException {
        return RegisteredStores.open(
                registry,
                settings.store(),
                settings.copies().orElse(List.of()),
                KeyEncryptionKey.load(settings.keyset()),
                losses);
    }
}
