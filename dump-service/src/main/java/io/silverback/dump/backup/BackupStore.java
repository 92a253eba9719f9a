package io.silverback.dump.backup;

import io.silverback.artefacts.ArtefactStore;
import io.silverback.databases.Databases;
import io.silverback.databases.backup.Backups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Backups lie where artefacts lie. */
@ApplicationScoped
class BackupStore {

    @Produces
    @Singleton
    Backups backups(ArtefactStore store, Databases databases) {
        return new Backups(store, databases);
    }
}
