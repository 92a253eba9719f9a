package io.silverback.sync.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.sync.syncing.Green;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Compares what green should have with what it has. */
@ApplicationScoped
class Comparing {

    private static final int AT_ONCE = 8;

    private final AdminApis apis;
    private final Writing writing;
    private final ReplacedEntities replaced;
    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();

    Comparing(AdminApis apis, Writing writing, ReplacedEntities replaced, Vertx vertx) {
        this.apis = apis;
        this.writing = writing;
        this.replaced = replaced;
        this.vertx = vertx;
    }

    /** What must be done for green to have {@code desired}. */
    Uni<Green.Difference> with(MigrationRequested request, DeclarativeState desired) {
        return Uni.combine()
                .all()
                .unis(
                        Place.of(apis.of(request.green()), request.workspace()),
                        reader(request.green()).read(request.workspace()))
                .asTuple()
                .chain(both -> compare(request, desired, both.getItem1(), both.getItem2()));
    }

    /** Of green's workspace as it is now. */
    Uni<String> fingerprint(MigrationRequested request) {
        return reader(request.green()).read(request.workspace()).map(DeclarativeState::fingerprint);
    }

    /** Reads a registered gateway. */
    GatewayReader reader(String gateway) {
        return new GatewayReader(apis.of(gateway), clock, AT_ONCE);
    }

    Writing writing() {
        return writing;
    }

    ReplacedEntities replaced() {
        return replaced;
    }

    /** Large states take the processor for a while: not on the event loop. */
    private Uni<Green.Difference> compare(
            MigrationRequested request,
            DeclarativeState desired,
            Place place,
            DeclarativeState actual) {
        return vertx.executeBlocking(
                        () -> Differ.diff(desired, actual, Policies.of(request), clock.instant()),
                        false)
                .map(diff -> new KongDifference(request, place, this, desired, actual, diff));
    }
}
