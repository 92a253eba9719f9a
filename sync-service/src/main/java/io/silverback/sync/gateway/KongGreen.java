package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationRequested;
import io.silverback.sync.syncing.Green;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Green by its Admin API. */
@ApplicationScoped
class KongGreen implements Green {

    private final DumpFiles files;
    private final Comparing comparing;
    private final Marker marker;

    KongGreen(DumpFiles files, Comparing comparing, Marker marker) {
        this.files = files;
        this.comparing = comparing;
        this.marker = marker;
    }

    @Override
    public Uni<Green.Difference> compare(MigrationRequested request, ConfigDumped dump) {
        return Uni.createFrom()
                .deferred(() -> files.read(dump))
                .chain(desired -> comparing.with(request, desired));
    }

    @Override
    public Uni<Green.Difference> compareWithBlue(MigrationRequested request, Set<String> moved) {
        return Uni.createFrom()
                .deferred(() -> comparing.reader(request.blue()).read(request.workspace()))
                .chain(blue -> comparing.with(request, blue.onlyWorkspaces(moved)));
    }

    @Override
    public Uni<List<String>> prove(MigrationRequested request, long generation) {
        return marker.prove(request.green(), request.migrationId());
    }

    @Override
    public Uni<String> fingerprint(MigrationRequested request) {
        return Uni.createFrom().deferred(() -> comparing.fingerprint(request));
    }
}
