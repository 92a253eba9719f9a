package io.silverback.dump.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.dumping.Blue;
import io.silverback.dump.dumping.Reading;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.deck.SpilledFiles;
import io.silverback.kong.portal.PortalArchive;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.SpilledState;
import io.silverback.messaging.Progress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Blue by its Admin API, as decK's files and what decK has no word for. */
@ApplicationScoped
class KongBlue implements Blue {

    private static final int AT_ONCE = 8;

    private final AdminApis apis;
    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();

    KongBlue(AdminApis apis, Vertx vertx) {
        this.apis = apis;
        this.vertx = vertx;
    }

    @Override
    public <T> Uni<T> read(
            MigrationRequested request,
            Set<String> moved,
            Progress progress,
            Function<Reading, Uni<T>> use) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Scratch scratch = Scratch.open();
                            return read(request, moved, scratch)
                                    .invoke(reading -> progress.done(entities(reading)))
                                    .chain(use::apply)
                                    .onTermination()
                                    .call(() -> discard(scratch));
                        });
    }

    private Uni<Reading> read(MigrationRequested request, Set<String> moved, Scratch scratch) {
        AdminApi blue = apis.of(request.blue());
        return Uni.combine()
                .all()
                .unis(
                        blue.root(),
                        new GatewayReader(blue, clock, AT_ONCE)
                                .readSteadily(request.workspace(), Moved.of(moved), scratch, vertx))
                .asTuple()
                .chain(both -> write(both.getItem2(), scratch, both.getItem1().version()));
    }

    /** Sorting takes the processor and the disk for a while: not on the event loop. */
    private Uni<Reading> write(SpilledState state, Scratch scratch, KongVersion version) {
        return vertx.executeBlocking(
                () ->
                        reading(
                                state,
                                version,
                                SpilledFiles.of(state, scratch, version, clock.instant())),
                false);
    }

    private static Reading reading(SpilledState state, KongVersion version, SpilledFiles files) {
        return new Reading(
                state.counts(), version.toString(), state.fingerprint(), parts(state, files));
    }

    private static List<Reading.Part> parts(SpilledState state, SpilledFiles files) {
        String name = ArtefactName.of(state.workspace());
        List<Reading.Part> parts = new ArrayList<>();
        parts.add(new Reading.Part(name + ".yaml", files::configuration));
        parts.add(new Reading.Part(name + ".rbac.yaml", files::rbac));
        parts.add(new Reading.Part(name + ".supplement.json", files::supplement));
        if (state.counts().containsKey(PortalArchive.TYPE)) {
            parts.add(
                    new Reading.Part(name + ".portal.zip", out -> PortalArchive.write(state, out)));
        }
        return parts;
    }

    private Uni<Void> discard(Scratch scratch) {
        return vertx.executeBlocking(
                        () -> {
                            scratch.close();
                            return true;
                        },
                        false)
                .replaceWithVoid();
    }

    private static int entities(Reading reading) {
        return reading.counts().values().stream().mapToInt(Integer::intValue).sum();
    }
}
