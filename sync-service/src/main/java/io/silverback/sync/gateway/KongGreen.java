package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationRequested;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.messaging.Progress;
import io.silverback.sync.cleanup.Remover;
import io.silverback.sync.syncing.Green;
import io.silverback.sync.syncing.Write;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Green by its Admin API. */
@ApplicationScoped
class KongGreen implements Green, Remover {

    private static final int AT_ONCE = 8;

    private final AdminApis apis;
    private final DumpFiles files;
    private final Marker marker;
    private final WriteLimits limits;
    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();

    KongGreen(AdminApis apis, DumpFiles files, Marker marker, WriteLimits limits, Vertx vertx) {
        this.apis = apis;
        this.files = files;
        this.marker = marker;
        this.limits = limits;
        this.vertx = vertx;
    }

    @Override
    public Uni<Green.Difference> compare(MigrationRequested request, ConfigDumped dump) {
        return Uni.createFrom()
                .deferred(() -> files.read(dump))
                .chain(desired -> compare(request, desired));
    }

    @Override
    public Uni<List<String>> prove(MigrationRequested request, long generation) {
        return marker.prove(request.green(), request.migrationId());
    }

    @Override
    public Uni<Void> remove(MigrationRequested request, List<Write> created, Progress progress) {
        return Uni.createFrom()
                .deferred(() -> Place.of(apis.of(request.green()), request.workspace()))
                .chain(place -> remove(place.api(), created, progress));
    }

    private Uni<Green.Difference> compare(MigrationRequested request, DeclarativeState desired) {
        AdminApi green = apis.of(request.green());
        GatewayReader reader = new GatewayReader(green, clock, AT_ONCE);
        return Uni.combine()
                .all()
                .unis(Place.of(green, request.workspace()), reader.read(request.workspace()))
                .asTuple()
                .chain(
                        both ->
                                diff(request, desired, both.getItem2())
                                        .map(
                                                diff ->
                                                        new KongDifference(
                                                                request,
                                                                both.getItem1(),
                                                                limits.of(green),
                                                                reader,
                                                                desired,
                                                                both.getItem2(),
                                                                diff)));
    }

    /** Large states take the processor for a while: not on the event loop. */
    private Uni<Diff> diff(
            MigrationRequested request, DeclarativeState desired, DeclarativeState actual) {
        return vertx.executeBlocking(
                () -> Differ.diff(desired, actual, Policies.of(request), clock.instant()), false);
    }

    private static Uni<Void> remove(AdminApi green, List<Write> created, Progress progress) {
        return Multi.createFrom()
                .iterable(created)
                .onItem()
                .transformToUniAndConcatenate(
                        write -> green.delete(write.path()).invoke(() -> progress.done(1)))
                .onItem()
                .ignoreAsUni();
    }
}
