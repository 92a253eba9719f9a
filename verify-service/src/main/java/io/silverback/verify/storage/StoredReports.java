package io.silverback.verify.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.FileArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.contracts.ArtefactReference;
import io.silverback.messaging.event.EventJson;
import io.silverback.registry.Registry;
import io.silverback.registry.Store;
import io.silverback.verify.report.Report;
import io.silverback.verify.verification.Reports;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reports in the artefact store; written on worker threads. */
@ApplicationScoped
class StoredReports implements Reports {

    /** Where artefacts are kept. */
    @ConfigMapping(prefix = "silverback.artefacts")
    interface Settings {
        /** The store's name in the registry. */
        @WithDefault("default")
        String store();

        /** The file with the key-encryption keyset. */
        Path keyset();
    }

    private final Registry registry;
    private final Settings settings;
    private final ObjectMapper json = EventJson.mapper();

    StoredReports(Registry registry, Settings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public Uni<ArtefactReference> keep(Report report) {
        return Uni.createFrom()
                .item(() -> write(report))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private ArtefactReference write(Report report) {
        try {
            ArtefactId id =
                    new ArtefactId(
                            report.migrationId(),
                            Math.toIntExact(report.generation()),
                            "verification.json");
            ArtefactStore store = store();
            store.remove(id);
            byte[] content = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(report);
            StoredArtefact stored = store.write(id, out -> out.write(content));
            return new ArtefactReference(
                    id.name(),
                    stored.uri(),
                    stored.sha256Stored(),
                    stored.sha256Content(),
                    stored.bytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("The report could not be stored", failed);
        }
    }

    private ArtefactStore store() throws IOException {
        Store.File file = (Store.File) registry.store(settings.store()).orElseThrow();
        return FileArtefactStore.open(
                file.name(), file.path(), KeyEncryptionKey.load(settings.keyset()));
    }
}
