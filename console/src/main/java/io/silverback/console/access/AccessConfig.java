package io.silverback.console.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Who may download artefacts. */
@ConfigMapping(prefix = "silverback.console")
public interface AccessConfig {

    /** A file with the bearer token that downloads need; without it only loopback may. */
    Optional<Path> tokenFile();
}
