package io.silverback.dump.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.dumping.Blue;
import io.silverback.dump.dumping.Reading;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.deck.StateFiles;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.messaging.Progress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

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
    public Uni<Reading> read(MigrationRequested request, Set<String> moved, Progress progress) {
        return Uni.createFrom()
                .deferred(() -> read(apis.of(request.blue()), request.workspace(), moved))
                .invoke(reading -> progress.done(entities(reading)));
    }

    private Uni<Reading> read(AdminApi blue, String workspace, Set<String> moved) {
        return Uni.combine()
                .all()
                .unis(blue.root(), new GatewayReader(blue, clock, AT_ONCE).readSteadily(workspace))
                .asTuple()
                .chain(
                        both ->
                                write(
                                        both.getItem2().onlyWorkspaces(moved),
                                        both.getItem1().version()));
    }

    /** Canonical YAML takes the processor for a while: not on the event loop. */
    private Uni<Reading> write(DeclarativeState state, KongVersion version) {
        return vertx.executeBlocking(
                () -> reading(state, version, StateFiles.of(state, version, clock.instant())),
                false);
    }

    private static Reading reading(DeclarativeState state, KongVersion version, StateFiles files) {
        String name = ArtefactName.of(state.workspace());
        return new Reading(
                state.counts(),
                version.toString(),
                state.fingerprint(),
                List.of(
                        part(name + ".yaml", files.configuration()),
                        part(name + ".rbac.yaml", files.rbac()),
                        part(name + ".supplement.json", files.supplement())));
    }

    private static Reading.Part part(String name, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Reading.Part(name, out -> out.write(bytes));
    }

    private static int entities(Reading reading) {
        return reading.counts().values().stream().mapToInt(Integer::intValue).sum();
    }
}
