package io.silverback.traffic.canary;

import io.silverback.traffic.router.Reading;
import io.silverback.traffic.router.RouterRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Holds the routers against the record: lower ones are believed, higher ones are lowered. */
@ApplicationScoped
class Look {

    private final RouterSet routers;
    private final LiveCutovers live;
    private final Clock clock;

    Look(RouterSet routers, LiveCutovers live, Clock clock) {
        this.routers = routers;
        this.live = live;
        this.clock = clock;
    }

    /** What a look came to. */
    enum Seen {
        AS_RECORDED,
        CHANGED,
        UNREACHABLE
    }

    Uni<Seen> at(Cutover cutover, Tenure tenure) {
        return routers.readings(cutover)
                .chain(readings -> compare(cutover, readings, tenure))
                .onFailure(RouterRefusedException.class)
                .recoverWithUni(fault -> refused(cutover, (RouterRefusedException) fault, tenure));
    }

    Uni<Void> lowerIfAbove(Cutover cutover, List<Reading> readings) {
        return cutover.weight().isBelow(highest(readings).weight())
                ? routers.lower(cutover, cutover.weight()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    static Found lowest(List<Reading> readings) {
        return found(readings.stream().min(Comparator.comparing(Reading::weight)).orElseThrow());
    }

    private static Found highest(List<Reading> readings) {
        return found(readings.stream().max(Comparator.comparing(Reading::weight)).orElseThrow());
    }

    private static Found found(Reading reading) {
        return new Found(reading.router(), reading.weight(), reading.readAt());
    }

    private Uni<Seen> compare(Cutover cutover, List<Reading> readings, Tenure tenure) {
        Found lowest = lowest(readings);
        Found telling = lowest.weight().isBelow(cutover.weight()) ? lowest : highest(readings);
        Decision decision = cutover.canary().found(telling, cutover.policy());
        return decision instanceof Decision.Keep
                ? lowerIfOurs(cutover, readings).replaceWith(Seen.AS_RECORDED)
                : tenure.decide(now -> now.canary().found(telling, now.policy()))
                        .invoke(live::follow)
                        .replaceWith(Seen.CHANGED);
    }

    private Uni<Seen> refused(Cutover cutover, RouterRefusedException fault, Tenure tenure) {
        Refusal refusal = new Refusal(fault.router(), fault.why(), clock.instant());
        Decision decision = cutover.canary().refused(refusal);
        return decision instanceof Decision.Keep
                ? Uni.createFrom().item(Seen.UNREACHABLE)
                : tenure.decide(now -> now.canary().refused(refusal))
                        .invoke(live::follow)
                        .replaceWith(Seen.CHANGED);
    }

    /** A router that feeds green before our first step was not raised by us. */
    private Uni<Void> lowerIfOurs(Cutover cutover, List<Reading> readings) {
        boolean foreign =
                cutover.canary() instanceof Holding holding
                        && holding.standing().step() == 0
                        && holding.hold().kind() == Hold.Kind.BY_HAND;
        return foreign ? Uni.createFrom().voidItem() : lowerIfAbove(cutover, readings);
    }
}
