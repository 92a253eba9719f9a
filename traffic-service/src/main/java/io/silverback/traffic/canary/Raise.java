package io.silverback.traffic.canary;

import io.silverback.traffic.router.RouterRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Takes a step that is on record: tells the routers, then reads the record again. */
@ApplicationScoped
class Raise {

    private final RouterSet routers;
    private final LiveCutovers live;
    private final Clock clock;

    Raise(RouterSet routers, LiveCutovers live, Clock clock) {
        this.routers = routers;
        this.live = live;
        this.clock = clock;
    }

    /** Emits true: something has changed, a step taken or not. */
    Uni<Boolean> take(Cutover cutover, Raising raising, Tenure tenure) {
        LiveCutover mine = live.follow(cutover);
        return routers.raise(cutover, raising.to(), () -> tenure.isHeld() && !mine.isRetreating())
                .chain(() -> confirm(raising, tenure))
                .onFailure(RouterRefusedException.class)
                .recoverWithUni(fault -> refused(raising, (RouterRefusedException) fault, tenure))
                .invoke(live::follow)
                .call(now -> undoUnlessConfirmed(now, raising))
                .onFailure(RecordAwayException.class)
                .call(() -> routers.lower(cutover, raising.weight()))
                .replaceWith(true)
                .onFailure(RaiseForbiddenException.class)
                .recoverWithItem(true);
    }

    private Uni<Cutover> confirm(Raising raising, Tenure tenure) {
        Confirmation confirmation = new Confirmation(List.of(), clock.instant());
        return tenure.decide(
                now ->
                        now.canary().equals(raising)
                                ? raising.confirmed(confirmation, now.policy())
                                : Decision.keep());
    }

    private Uni<Cutover> refused(Raising raising, RouterRefusedException fault, Tenure tenure) {
        Refusal refusal = new Refusal(fault.router(), fault.why(), clock.instant());
        return tenure.decide(
                now -> now.canary().equals(raising) ? raising.refused(refusal) : Decision.keep());
    }

    /** A rollback that is newer than the step wins: its weight is set again. */
    private Uni<?> undoUnlessConfirmed(Cutover now, Raising raising) {
        boolean taken = now.weight().equals(raising.to());
        boolean retreating = live.follow(now).isRetreating();
        if (taken && !retreating) {
            return Uni.createFrom().voidItem();
        }
        return now.canary() instanceof OnTheWay && !retreating
                ? routers.lower(now, now.weight())
                        .onFailure(RouterRefusedException.class)
                        .recoverWithItem(List.of())
                : routers.giveBack(now);
    }
}
