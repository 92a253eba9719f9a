package io.silverback.traffic.router.edge;

import io.silverback.registry.Registry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry that this installation runs with. */
final class RegistrySource {

    private RegistrySource() {}

    @Produces
    @Singleton
    static Registry registry(@ConfigProperty(name = "silverback.registry") Path file) {
        return Registry.load(file);
    }
}
