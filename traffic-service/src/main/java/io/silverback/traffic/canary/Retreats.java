package io.silverback.traffic.canary;

import io.silverback.contracts.RolledBack.RouterOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Gives traffic back to blue: the routers at once, the record after. Any instance may, at any time
 * and as often as it likes.
 */
@ApplicationScoped
public class Retreats {

    private static final Logger LOG = Logger.getLogger(Retreats.class);

    private final RouterSet routers;
    private final Canaries canaries;
    private final LiveCutovers live;
    private final CanaryConfig config;

    Retreats(RouterSet routers, Canaries canaries, LiveCutovers live, CanaryConfig config) {
        this.routers = routers;
        this.canaries = canaries;
        this.live = live;
        this.config = config;
    }

    /**
     * Emits what the routers answered, once the record knows as well; where it is away, it is told
     * as soon as it is back.
     */
    public Uni<List<RouterAnswer>> giveBack(LiveCutover cutover, Cause cause) {
        return cutover.retreat(() -> giveBackOnce(cutover, cause));
    }

    private Uni<List<RouterAnswer>> giveBackOnce(LiveCutover cutover, Cause cause) {
        return routers.giveBack(cutover.cutover())
                .invoke(answers -> cutover.mustRecord(answered(cause, answers)))
                .invoke(answers -> log(cutover, cause, answers))
                .call(() -> record(cutover));
    }

    private static Cause answered(Cause cause, List<RouterAnswer> answers) {
        return cause.routers().isEmpty() ? cause.answeredBy(outcomes(answers)) : cause;
    }

    /** Goes on with all retreats that the record has not heard of. */
    public Uni<Void> goOn() {
        List<Uni<List<RouterAnswer>>> missing =
                live.all().stream()
                        .flatMap(c -> c.unrecorded().map(why -> again(c, why)).stream())
                        .toList();
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(missing).andCollectFailures().replaceWithVoid();
    }

    private Uni<List<RouterAnswer>> again(LiveCutover cutover, Cause cause) {
        return giveBack(cutover, cause).call(() -> record(cutover));
    }

    private Uni<Void> record(LiveCutover cutover) {
        return cutover.unrecorded()
                .map(cause -> record(cutover, cause))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> record(LiveCutover cutover, Cause cause) {
        Duration limit = config.recordWithin();
        return canaries.decide(cutover.cutover().id(), now -> now.canary().rollback(cause))
                .invoke(live::follow)
                .invoke(cutover::hasRecorded)
                .ifNoItem()
                .after(limit)
                .failWith(
                        () -> new RecordAwayException(new java.util.concurrent.TimeoutException()))
                .replaceWithVoid()
                .onFailure(RecordAwayException.class)
                .invoke(() -> LOG.warnf("Rollback not on record yet: %s", cutover.cutover().id()))
                .onFailure(RecordAwayException.class)
                .recoverWithNull();
    }

    private static void log(LiveCutover cutover, Cause cause, List<RouterAnswer> answers) {
        LOG.infof(
                "Traffic given back: cutoverId=%s reason=%s routers=%s",
                cutover.cutover().id(), cause.reason(), answers);
    }

    static List<RouterOutcome> outcomes(List<RouterAnswer> answers) {
        return answers.stream()
                .filter(RouterAnswer::isBack)
                .map(answer -> RouterAnswer.outcome(Objects.requireNonNull(answer.reading())))
                .toList();
    }
}
