package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.apply.Holds;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.Made;
import io.silverback.kong.diff.Undo;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.messaging.Progress;
import io.silverback.sync.cleanup.Reversal;
import io.silverback.sync.syncing.Noted;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Takes back on a green by its Admin API: what is to be undone is found, then written. */
@ApplicationScoped
class KongReversal implements Reversal {

    private static final int AT_ONCE = 8;

    private final AdminApis apis;
    private final JournalEntries entries;
    private final Marker marker;
    private final Writing writing;
    private final Vertx vertx;

    KongReversal(
            AdminApis apis, JournalEntries entries, Marker marker, Writing writing, Vertx vertx) {
        this.apis = apis;
        this.entries = entries;
        this.marker = marker;
        this.writing = writing;
        this.vertx = vertx;
    }

    @Override
    public Uni<List<Attention>> takeBack(
            MigrationRequested request, List<Noted> journal, Progress progress) {
        return journal.isEmpty()
                ? nothing()
                : Uni.createFrom()
                        .deferred(() -> marker.remove(request.green(), request.migrationId()))
                        .chain(() -> Place.of(apis.of(request.green()), request.workspace()))
                        .chain(place -> takeBack(request, journal, place, progress));
    }

    /** With its workspace all that was in it is gone. */
    private Uni<List<Attention>> takeBack(
            MigrationRequested request, List<Noted> journal, Place place, Progress progress) {
        return place.exists()
                .chain(there -> there ? undo(request, journal, place, progress) : nothing());
    }

    private Uni<List<Attention>> undo(
            MigrationRequested request, List<Noted> journal, Place place, Progress progress) {
        AdminApi green = apis.of(request.green());
        GatewayReader reader = new GatewayReader(green, Clock.systemUTC(), AT_ONCE);
        return Uni.combine()
                .all()
                .unis(
                        entries.made(request.migrationId(), journal),
                        reader.read(request.workspace()))
                .asTuple()
                .chain(both -> undo(place, both.getItem1(), both.getItem2(), progress));
    }

    private Uni<List<Attention>> undo(
            Place place, List<Made> made, DeclarativeState actual, Progress progress) {
        return vertx.executeBlocking(() -> Undo.of(made, actual), false)
                .chain(diff -> write(place, diff, actual, progress));
    }

    private Uni<List<Attention>> write(
            Place place, Diff diff, DeclarativeState actual, Progress progress) {
        Holds holds = Holds.of(diff, actual, place.version());
        progress.expect(diff.changes().size());
        return writing.write(place, diff, holds, false, progress)
                .chain(refusals -> refusals.failing(place.api()))
                .replaceWith(() -> NeedsAttention.of(diff, holds));
    }

    private static Uni<List<Attention>> nothing() {
        return Uni.createFrom().item(List.of());
    }
}
