package io.silverback.dump.backup;

import io.silverback.databases.backup.Backup;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A backup as people see it.
 *
 * @param database cassandra or postgres
 * @param place name of the keyspace or database
 * @param bytes as stored, in one store
 */
public record BackupView(
        String id,
        String gateway,
        String database,
        String place,
        String kongVersion,
        Instant takenAt,
        long rows,
        long bytes) {

    /** Those in the stores, and the ids of those that can't be read. */
    public record All(List<BackupView> backups, List<String> unreadable) {}

    /** A backup that was taken, and the ids of the old ones that were removed then. */
    public record Taken(BackupView backup, List<String> removed) {}

    /** How many rows were brought back, into which gateway. */
    public record Restored(String id, String gateway, long rows) {}

    static BackupView of(Backup backup) {
        return new BackupView(
                backup.id(),
                backup.gateway(),
                backup.kind().name().toLowerCase(Locale.ROOT),
                backup.place(),
                backup.kongVersion(),
                backup.takenAt(),
                backup.rows(),
                backup.bytes());
    }
}
