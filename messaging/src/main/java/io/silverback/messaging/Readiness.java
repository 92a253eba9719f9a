package io.silverback.messaging;

import io.silverback.messaging.database.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready once the schema is there: before that nothing can be recorded. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {
    private final Schema schema;

    Readiness(Schema schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Silverback schema " + schema.name())
                .status(schema.isReady())
                .build();
    }
}
