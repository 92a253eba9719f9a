package io.silverback.console.inventory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How artefacts are found and decrypted. */
@ConfigMapping(prefix = "silverback.artefacts")
public interface InventoryConfig {

    /** The store's name in the registry. */
    @WithDefault("default")
    String store();

    /** The key-encryption keyset; without it artefacts can't be downloaded here. */
    Optional<Path> keyset();
}
