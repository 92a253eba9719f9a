package io.silverback.databases.backup;

import com.datastax.oss.driver.api.core.CqlSession;
import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.databases.ArtefactParts;
import io.silverback.databases.DatabaseKind;
import io.silverback.databases.Databases;
import io.silverback.kong.database.cassandra.KeyspaceRestore;
import io.silverback.kong.database.cassandra.RestoreRefusedException;
import io.silverback.kong.database.postgres.GreenBackup;
import io.silverback.kong.database.snapshot.Snapshot;
import io.silverback.kong.database.snapshot.SnapshotRefusedException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Brings one backup back. */
record Restoration(ArtefactStore store, Databases databases) {

    long of(Backup backup, String gateway, String version) throws SQLException {
        refuseOtherKind(backup, gateway);
        refuseOtherVersion(backup, gateway, version);
        ArtefactId beside = new ArtefactId(backup.owner(), backup.generation(), "rows.beside");
        try (ArtefactParts parts = ArtefactParts.beside(store, beside)) {
            return backup.kind() == DatabaseKind.CASSANDRA
                    ? keyspace(backup, gateway, parts)
                    : postgres(backup, gateway, parts);
        } catch (RestoreRefusedException | SnapshotRefusedException | ArtefactException e) {
            throw refused(backup, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw refused(backup, "a part can't be read or was altered.", e);
        }
    }

    private long keyspace(Backup backup, String gateway, ArtefactParts parts)
            throws IOException, RestoreRefusedException {
        Snapshot snapshot = Snapshot.open(parts, backup.manifest());
        try (CqlSession session = databases.cassandra(gateway)) {
            return new KeyspaceRestore(session).restore(snapshot.manifest(), snapshot);
        }
    }

    private long postgres(Backup backup, String gateway, ArtefactParts parts)
            throws IOException, SQLException {
        try (Connection connection = databases.postgres(gateway)) {
            new GreenBackup(connection).restore(parts, backup.manifest());
            return backup.rows();
        }
    }

    private void refuseOtherKind(Backup backup, String gateway) {
        if (databases.kind(gateway) != backup.kind()) {
            throw refused(backup, "gateway " + gateway + " is on another kind of database.", null);
        }
        boolean isKeyspace = backup.kind() == DatabaseKind.CASSANDRA;
        if (isKeyspace && !databases.place(gateway).equals(backup.place())) {
            throw refused(
                    backup,
                    "it is of keyspace %s, and gateway %s is on keyspace %s."
                            .formatted(backup.place(), gateway, databases.place(gateway)),
                    null);
        }
    }

    private static void refuseOtherVersion(Backup backup, String gateway, String version) {
        boolean bothKnown =
                !version.equals(Backup.UNKNOWN_VERSION)
                        && !backup.kongVersion().equals(Backup.UNKNOWN_VERSION);
        if (bothKnown && !version.equals(backup.kongVersion())) {
            throw refused(
                    backup,
                    "it was taken of Kong %s, and gateway %s is Kong %s."
                            .formatted(backup.kongVersion(), gateway, version),
                    null);
        }
    }

    private static BackupRefused refused(Backup backup, String why, @Nullable Throwable cause) {
        return new BackupRefused("Backup " + backup.id() + " is not restored: " + why, cause);
    }
}
