package io.silverback.gateways;

import io.silverback.registry.Registry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the registry once; what is wrong in it stops the start. */
class RegistrySource {

    @Produces
    @Singleton
    Registry registry(@ConfigProperty(name = "silverback.registry") Path file) {
        return Registry.load(file);
    }
}
