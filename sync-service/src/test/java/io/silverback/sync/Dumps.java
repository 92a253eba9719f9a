package io.silverback.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.deck.StateFiles;
import io.silverback.kong.state.DeclarativeState;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Dumps of the simulated blue as the dump service makes them. */
@ApplicationScoped
class Dumps {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ArtefactStore store;
    private final AdminApi blue;

    Dumps(ArtefactStore store, Vertx vertx, @ConfigProperty(name = "test.blue") URI blue) {
        this.store = store;
        this.blue = AdminApi.open(vertx, AdminOptions.of("blue", List.of(blue)));
    }

    ConfigDumped of(MigrationRequested request, long generation) {
        DeclarativeState all =
                new GatewayReader(blue, Clock.systemUTC(), 4)
                        .read(request.workspace())
                        .await()
                        .atMost(LIMIT);
        DeclarativeState state =
                all.filter(
                        entity ->
                                !entity.type().equals("workspaces")
                                        || entity.name().orElse("").equals("payments"));
        StateFiles files =
                StateFiles.of(state, KongVersion.parse("3.3.1"), Clock.systemUTC().instant());
        String name = request.workspace();
        return new ConfigDumped(
                request.migrationId(),
                name,
                request.planHash(),
                generation,
                Transport.ADMIN_API,
                List.of(
                        store(request, generation, name + ".yaml", files.configuration()),
                        store(request, generation, name + ".rbac.yaml", files.rbac()),
                        store(request, generation, name + ".supplement.json", files.supplement())),
                state.counts(),
                "3.3.1",
                state.fingerprint(),
                null);
    }

    private ArtefactReference store(
            MigrationRequested request, long generation, String name, String text) {
        try {
            ArtefactId id = new ArtefactId(request.migrationId(), (int) generation, name);
            StoredArtefact stored = store.write(id, out -> out.write(text.getBytes(UTF_8)));
            return new ArtefactReference(
                    name,
                    stored.uri(),
                    stored.sha256Stored(),
                    stored.sha256Content(),
                    stored.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
