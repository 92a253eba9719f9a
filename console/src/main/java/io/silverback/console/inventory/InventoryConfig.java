package io.silverback.console.inventory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the registry and the artefact store are. */
@ConfigMapping(prefix = "silverback")
public interface InventoryConfig {

    /** The registry's file. */
    Path registry();

    /** The artefact store. */
    Artefacts artefacts();

    /** How artefacts are found and decrypted. */
    interface Artefacts {

        /** The store's name in the registry. */
        @WithDefault("default")
        String store();

        /** The key-encryption keyset; without it artefacts can't be downloaded here. */
        Optional<Path> keyset();
    }
}
