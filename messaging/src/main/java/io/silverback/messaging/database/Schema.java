package io.silverback.messaging.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** The service's own schema, brought up to date as soon as PostgreSQL answers. */
@ApplicationScoped
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class);

    private final String name;
    private final Uni<Void> ready;
    private volatile boolean isReady;

    Schema(Flyway flyway, @ConfigProperty(name = "silverback.schema") String name) {
        this.name = name;
        this.ready =
                Uni.createFrom()
                        .item(flyway::migrate)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .onFailure()
                        .invoke(cause -> LOG.warnf("Schema not ready yet: %s", firstLine(cause)))
                        .onFailure()
                        .retry()
                        .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(2))
                        .indefinitely()
                        .invoke(() -> isReady = true)
                        .replaceWithVoid()
                        .memoize()
                        .indefinitely();
    }

    /** Completes once the tables are there; tried until then. */
    public Uni<Void> ready() {
        return ready;
    }

    /** Whether the tables are known to be there. */
    public boolean isReady() {
        return isReady;
    }

    /** The schema's name, which also names the channels of its wake-ups. */
    public String name() {
        return name;
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
