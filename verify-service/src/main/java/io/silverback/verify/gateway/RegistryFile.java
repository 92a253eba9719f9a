package io.silverback.verify.gateway;

import io.silverback.registry.Registry;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;

/** The registry, read once at start. */
class RegistryFile {

    /** Where the registry lies. */
    @ConfigMapping(prefix = "silverback")
    interface Settings {
        /** The registry file. */
        Path registry();
    }

    @Produces
    @ApplicationScoped
    Registry registry(Settings settings) {
        return Registry.load(settings.registry());
    }
}
