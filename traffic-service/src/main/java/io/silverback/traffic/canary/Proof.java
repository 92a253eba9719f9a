package io.silverback.traffic.canary;

import io.silverback.contracts.RolledBack.RouterOutcome;
import io.silverback.traffic.router.Observation;
import io.silverback.traffic.router.RouterRefusedException;
import io.silverback.traffic.router.Routers;
import io.silverback.traffic.router.TrafficRouter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Watches a router until its traffic shows what its read-back says, for a limited time. */
@ApplicationScoped
class Proof {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Routers routers;
    private final Clock clock;
    private final CanaryConfig config;

    Proof(Routers routers, Clock clock, CanaryConfig config) {
        this.routers = routers;
        this.clock = clock;
        this.config = config;
    }

    /** Adds to {@code outcome} what was observed; nothing where the router can't tell. */
    Uni<RouterOutcome> of(RouterOutcome outcome) {
        Instant until = clock.instant().plus(config.observation());
        return Uni.createFrom()
                .deferred(() -> watch(routers.named(outcome.router()), until))
                .map(seen -> with(outcome, seen))
                .onFailure(RouterRefusedException.class)
                .recoverWithItem(outcome);
    }

    private Uni<Seen> watch(TrafficRouter router, Instant until) {
        return router.observe().chain(first -> watch(router, first, until));
    }

    private Uni<Seen> watch(TrafficRouter router, Observation first, Instant until) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(INTERVAL)
                .chain(router::observe)
                .map(last -> new Seen(first, last))
                .chain(seen -> goOn(router, seen, until));
    }

    private Uni<Seen> goOn(TrafficRouter router, Seen seen, Instant until) {
        if (seen.shows() || clock.instant().isAfter(until)) {
            return Uni.createFrom().item(seen);
        }
        return watch(router, seen.green() > 0 ? seen.last() : seen.first(), until);
    }

    private static RouterOutcome with(RouterOutcome outcome, Seen seen) {
        return new RouterOutcome(
                outcome.router(),
                outcome.askedAt(),
                outcome.readBack(),
                outcome.readBackAt(),
                seen.share(),
                seen.last().at(),
                seen.last().openOnGreen());
    }

    /** What happened between two observations. */
    private record Seen(Observation first, Observation last) {

        long green() {
            return last.greenRequests() - first.greenRequests();
        }

        long all() {
            return green() + last.blueRequests() - first.blueRequests();
        }

        /** There were requests, none of them went to green, and green has answered its last. */
        boolean shows() {
            return all() > 0 && green() == 0 && last.openOnGreen() == 0;
        }

        @org.jspecify.annotations.Nullable
        BigDecimal share() {
            return all() == 0
                    ? null
                    : BigDecimal.valueOf(100L * green())
                            .divide(BigDecimal.valueOf(all()), 2, RoundingMode.HALF_UP);
        }
    }
}
