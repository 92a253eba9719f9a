package io.silverback.traffic.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Rehearses the way back while green gets nothing, on record and by read-back. */
@ApplicationScoped
public class Drills {

    private static final Logger LOG = Logger.getLogger(Drills.class);

    private final RouterSet routers;
    private final Canaries canaries;
    private final Clock clock;

    Drills(RouterSet routers, Canaries canaries, Clock clock) {
        this.routers = routers;
        this.canaries = canaries;
        this.clock = clock;
    }

    /** Runs the drill {@code drillId}; not while green may have traffic. It ends nothing. */
    public Uni<Void> run(LiveCutover live, String drillId, Cause cause) {
        Cutover cutover = live.cutover();
        if (cutover.mayServe() || !cutover.weight().isZero()) {
            LOG.infof("Drill not taken: cutoverId=%s weight=%s", cutover.id(), cutover.weight());
            return Uni.createFrom().voidItem();
        }
        return routers.readings(cutover)
                .map(readings -> readings.stream().allMatch(r -> r.weight().isZero()))
                .chain(idle -> idle ? rehearse(cutover, drillId, cause) : nothing())
                .onFailure(io.silverback.traffic.router.RouterRefusedException.class)
                .invoke(fault -> LOG.warnf("Drill failed: %s", fault.getMessage()))
                .onFailure(io.silverback.traffic.router.RouterRefusedException.class)
                .recoverWithNull();
    }

    private Uni<Void> rehearse(Cutover cutover, String drillId, Cause cause) {
        return routers.giveBack(cutover)
                .map(answers -> confirmation(answers))
                .chain(confirmation -> canaries.drilled(drillId, cutover, confirmation, cause));
    }

    private Confirmation confirmation(List<RouterAnswer> answers) {
        return new Confirmation(Retreats.outcomes(answers), clock.instant());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
