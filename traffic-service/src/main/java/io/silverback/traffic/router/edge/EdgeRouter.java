package io.silverback.traffic.router.edge;

import io.silverback.traffic.router.Observation;
import io.silverback.traffic.router.Reading;
import io.silverback.traffic.router.TrafficRouter;
import io.silverback.traffic.router.Weight;
import io.silverback.traffic.router.edge.EdgeMessages.LeaseOrder;
import io.silverback.traffic.router.edge.EdgeMessages.Observed;
import io.silverback.traffic.router.edge.EdgeMessages.WeightAnswer;
import io.silverback.traffic.router.edge.EdgeMessages.WeightOrder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One edge as a {@link TrafficRouter}: immediate, in hundredths of a per cent. */
final class EdgeRouter implements TrafficRouter {

    private final EdgeClient client;
    private final EdgeConfig config;
    private final Clock clock;

    EdgeRouter(EdgeClient client, EdgeConfig config, Clock clock) {
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return client.name();
    }

    @Override
    public Uni<Reading> read() {
        return ask(HttpMethod.GET, "/weight", null);
    }

    @Override
    public Uni<Reading> lend(Weight weight) {
        return put(weight, config.lease().toSeconds());
    }

    @Override
    public Uni<Reading> settle(Weight weight) {
        return put(weight, null);
    }

    @Override
    public Uni<Reading> renew() {
        return ask(HttpMethod.POST, "/lease", new LeaseOrder(config.lease().toSeconds()));
    }

    @Override
    public Uni<Observation> observe() {
        return client.ask(HttpMethod.GET, "/observed", null, Observed.class)
                .map(
                        seen ->
                                new Observation(
                                        seen.at(),
                                        seen.openStreams().green(),
                                        seen.lastGreenRequestAt(),
                                        seen.requests().green(),
                                        seen.requests().blue()));
    }

    private Uni<Reading> put(Weight weight, @Nullable Long leaseSeconds) {
        String onLeaseEnd = config.onLeaseEnd().name().toLowerCase(Locale.ROOT);
        return ask(
                HttpMethod.PUT,
                "/weight",
                new WeightOrder(weight.percent(), leaseSeconds, onLeaseEnd));
    }

    private Uni<Reading> ask(HttpMethod method, String path, @Nullable Object body) {
        return Uni.createFrom().deferred(() -> asked(method, path, body, clock.instant()));
    }

    private Uni<Reading> asked(
            HttpMethod method, String path, @Nullable Object body, Instant askedAt) {
        return client.ask(method, path, body, WeightAnswer.class)
                .map(a -> new Reading(name(), Weight.of(a.green()), askedAt, clock.instant()));
    }
}
