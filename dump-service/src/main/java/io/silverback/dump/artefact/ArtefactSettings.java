package io.silverback.dump.artefact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where artefacts go and with which key. */
@ConfigMapping(prefix = "silverback.artefacts")
public interface ArtefactSettings {

    /** Name of the store in the registry. */
    @WithDefault("default")
    String store();

    /** Names of stores that hold a copy of each artefact as well. */
    Optional<List<String>> copies();

    /** File with the Tink keyset that wraps the data keys. */
    Path keyset();
}
