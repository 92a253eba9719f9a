package io.silverback.traffic.canary;

import io.silverback.traffic.router.Reading;
import io.silverback.traffic.router.RouterRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Carries a cutover from go to its end, for whoever holds the right to raise it. Look, decide,
 * record, act, and look again.
 */
@ApplicationScoped
public class CanaryDriver {

    private final Canaries canaries;
    private final LiveCutovers live;
    private final RouterSet routers;
    private final Look look;
    private final Raise raise;
    private final Retreats retreats;
    private final Progress progress;
    private final Clock clock;
    private final CanaryConfig config;

    CanaryDriver(
            Canaries canaries,
            LiveCutovers live,
            RouterSet routers,
            Look look,
            Raise raise,
            Retreats retreats,
            Progress progress,
            Clock clock,
            CanaryConfig config) {
        this.canaries = canaries;
        this.live = live;
        this.routers = routers;
        this.look = look;
        this.raise = raise;
        this.retreats = retreats;
        this.progress = progress;
        this.clock = clock;
        this.config = config;
    }

    /** Whether the cutover needs nobody any more, or somebody has to go on with it. */
    public enum Ending {
        OVER,
        INTERRUPTED
    }

    /** Adopts the cutover as it is found, then drives it for as long as the tenure lasts. */
    public Uni<Ending> drive(String cutoverId, Tenure tenure) {
        return find(cutoverId)
                .chain(found -> found.map(c -> adopt(c, tenure)).orElseGet(this::nothing))
                .chain(() -> loop(cutoverId, tenure))
                .onFailure(RecordAwayException.class)
                .recoverWithItem(Ending.INTERRUPTED)
                .onFailure(RouterRefusedException.class)
                .recoverWithItem(Ending.INTERRUPTED);
    }

    private Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** An unfinished raise is taken back, the router first: nothing is raised by a restart. */
    private Uni<Void> adopt(Cutover cutover, Tenure tenure) {
        if (!(cutover.canary() instanceof Raising unfinished)) {
            return nothing();
        }
        return routers.readings(cutover)
                .call(readings -> look.lowerIfAbove(cutover, readings))
                .chain(readings -> tenure.decide(now -> adopted(now, unfinished, readings)))
                .invoke(live::follow)
                .replaceWithVoid();
    }

    private Decision adopted(Cutover now, Raising unfinished, List<Reading> readings) {
        return now.canary().equals(unfinished)
                ? unfinished.found(Look.lowest(readings), now.policy())
                : Decision.keep();
    }

    private Uni<Ending> loop(String cutoverId, Tenure tenure) {
        return Uni.createFrom()
                .deferred(() -> tick(cutoverId, tenure))
                .repeat()
                .until(Optional::isPresent)
                .collect()
                .last()
                .map(last -> tenure.isHeld() ? Ending.OVER : Ending.INTERRUPTED);
    }

    /** One look; an ending, or nothing when there is more to do. */
    private Uni<Optional<Ending>> tick(String cutoverId, Tenure tenure) {
        if (!tenure.isHeld()) {
            return Uni.createFrom().item(Optional.of(Ending.INTERRUPTED));
        }
        return find(cutoverId).chain(found -> tick(found, tenure));
    }

    private Uni<Optional<Ending>> tick(Optional<Cutover> found, Tenure tenure) {
        if (found.isEmpty() || !(found.get().canary() instanceof OnTheWay)) {
            return Uni.createFrom().item(Optional.of(Ending.OVER));
        }
        Cutover cutover = found.get();
        return act(cutover, tenure)
                .call(() -> progress.report(live.follow(cutover)))
                .chain(changed -> changed ? goOn() : later());
    }

    private static Uni<Optional<Ending>> goOn() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<Ending>> later() {
        return goOn().onItem().delayIt().by(config.tick());
    }

    private Uni<Optional<Cutover>> find(String cutoverId) {
        return canaries.find(cutoverId).invoke(found -> found.ifPresent(live::follow));
    }

    /** Emits whether anything changed, so that the next look should follow at once. */
    private Uni<Boolean> act(Cutover cutover, Tenure tenure) {
        if (live.follow(cutover).isRetreating()) {
            return retreats.goOn().replaceWith(false);
        }
        if (cutover.canary() instanceof Raising raising) {
            return judge(cutover, tenure)
                    .chain(c -> c ? unchanged(true) : raise.take(cutover, raising, tenure));
        }
        return look.at(cutover, tenure).chain(seen -> afterLook(seen, cutover, tenure));
    }

    private Uni<Boolean> afterLook(Look.Seen seen, Cutover cutover, Tenure tenure) {
        return switch (seen) {
            case CHANGED -> unchanged(true);
            case AS_RECORDED -> judge(cutover, tenure);
            case UNREACHABLE -> backIfIll(cutover);
        };
    }

    /** Where routers don't answer nothing but the way back is judged. */
    private Uni<Boolean> backIfIll(Cutover cutover) {
        LiveCutover known = live.follow(cutover);
        Judgement judgement = known.judgement(clock.instant());
        return cutover.canary().judged(judgement, cutover.policy())
                                instanceof Decision.Change change
                        && change.next() instanceof RollingBack back
                ? retreats.giveBack(known, back.cause()).replaceWith(true)
                : unchanged(false);
    }

    private static Uni<Boolean> unchanged(boolean changed) {
        return Uni.createFrom().item(changed);
    }

    private Uni<Boolean> judge(Cutover cutover, Tenure tenure) {
        Judgement judgement = live.follow(cutover).judgement(clock.instant());
        Decision decision = cutover.canary().judged(judgement, cutover.policy());
        if (!(decision instanceof Decision.Change change)) {
            return unchanged(false);
        }
        if (change.next() instanceof RollingBack back) {
            return retreats.giveBack(live.follow(cutover), back.cause()).replaceWith(true);
        }
        Uni<Void> before =
                change.next() instanceof Completed
                        ? routers.settle(cutover, cutover.weight()).replaceWithVoid()
                        : nothing();
        return before.chain(() -> tenure.decide(now -> judged(now, cutover, judgement)))
                .invoke(live::follow)
                .replaceWith(true);
    }

    /** The evidence is of the state that was looked at, and of no other. */
    private static Decision judged(Cutover now, Cutover seen, Judgement judgement) {
        return now.canary().equals(seen.canary())
                ? now.canary().judged(judgement, now.policy())
                : Decision.keep();
    }
}
