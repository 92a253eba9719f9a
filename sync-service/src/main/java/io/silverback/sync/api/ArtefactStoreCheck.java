package io.silverback.sync.api;

import io.silverback.artefacts.ArtefactException;
import io.silverback.sync.artefact.Artefacts;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the artefact store can be written and read. */
@Readiness
@ApplicationScoped
class ArtefactStoreCheck implements AsyncHealthCheck {

    private static final String NAME = "artefact store";

    private final Artefacts artefacts;

    ArtefactStoreCheck(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return artefacts
                .probe()
                .map(ignored -> HealthCheckResponse.up(NAME))
                .onFailure(ArtefactException.class)
                .recoverWithItem(cause -> down(cause));
    }

    private static HealthCheckResponse down(Throwable cause) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("reason", String.valueOf(cause.getMessage()))
                .build();
    }
}
