package io.silverback.console.inventory;

import io.quarkus.runtime.Startup;
import io.silverback.console.plan.PlanReader;
import io.silverback.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the registry once, at start: a console with a bad one does not start. */
@ApplicationScoped
class Inventory {

    @Produces
    @Singleton
    @Startup
    Registry registry(@ConfigProperty(name = "silverback.registry") Path file) {
        return Registry.load(file);
    }

    @Produces
    @Singleton
    PlanReader planReader(Registry registry) {
        return new PlanReader(registry);
    }
}
