package io.silverback.dump.backup;

import io.silverback.contracts.MigrationRequested;
import io.silverback.databases.backup.Backups;
import io.silverback.dump.migration.Closed;
import io.silverback.dump.storage.MigrationRecord;
import io.silverback.dump.storage.MigrationRecords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plans with a migration that has not ended. */
@ApplicationScoped
class LivePlans {

    private final MigrationRecords records;

    LivePlans(MigrationRecords records) {
        this.records = records;
    }

    /** What owns their snapshots of blue, and the backups taken of green before they wrote. */
    Uni<Set<String>> owners() {
        return records.list()
                .map(
                        found ->
                                live(found)
                                        .map(MigrationRequested::planId)
                                        .flatMap(id -> Stream.of(id, Backups.ownerBefore(id)))
                                        .collect(Collectors.toSet()));
    }

    /** The names of those that move to or from the gateway. */
    Uni<List<String>> on(String gateway) {
        return records.list()
                .map(
                        found ->
                                live(found)
                                        .filter(one -> touches(one, gateway))
                                        .map(MigrationRequested::planName)
                                        .distinct()
                                        .toList());
    }

    private static boolean touches(MigrationRequested request, String gateway) {
        return request.blue().equals(gateway) || request.green().equals(gateway);
    }

    private static Stream<MigrationRequested> live(List<MigrationRecord> records) {
        return records.stream()
                .map(MigrationRecord::migration)
                .filter(one -> !(one.state() instanceof Closed))
                .map(one -> one.request());
    }
}
