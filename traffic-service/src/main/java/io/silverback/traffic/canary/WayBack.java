package io.silverback.traffic.canary;

import io.silverback.contracts.RolledBack.RouterOutcome;
import io.silverback.traffic.router.RouterRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Ends a way back that is on record: asks the routers for ever, reads back, proves, and says so.
 */
@ApplicationScoped
public class WayBack {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Canaries canaries;
    private final RouterSet routers;
    private final Proof proof;
    private final LiveCutovers live;
    private final Clock clock;

    WayBack(Canaries canaries, RouterSet routers, Proof proof, LiveCutovers live, Clock clock) {
        this.canaries = canaries;
        this.routers = routers;
        this.proof = proof;
        this.live = live;
        this.clock = clock;
    }

    /** Completes when the cutover is on record as rolled back. */
    public Uni<Void> finish(String cutoverId) {
        return Uni.createFrom()
                .deferred(() -> attempt(cutoverId))
                .onFailure(WayBack::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private static boolean passes(Throwable fault) {
        return fault instanceof RouterRefusedException || fault instanceof RecordAwayException;
    }

    private Uni<Void> attempt(String cutoverId) {
        return canaries.find(cutoverId)
                .chain(
                        found ->
                                found.filter(c -> c.canary() instanceof Retreating)
                                        .map(this::attempt)
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> attempt(Cutover cutover) {
        return routers.giveBack(cutover)
                .chain(
                        answers ->
                                answers.stream()
                                        .filter(answer -> !answer.isBack())
                                        .findFirst()
                                        .map(bad -> stuck(cutover, bad))
                                        .orElseGet(() -> end(cutover, answers)));
    }

    private Uni<Void> stuck(Cutover cutover, RouterAnswer answer) {
        String why = answer.refusal() == null ? "keeps green's weight" : answer.refusal();
        Refusal refusal = new Refusal(answer.router(), why, clock.instant());
        return canaries.decide(cutover.id(), now -> now.canary().refused(refusal))
                .invoke(live::follow)
                .chain(
                        () ->
                                Uni.createFrom()
                                        .failure(new RouterRefusedException(answer.router(), why)));
    }

    private Uni<Void> end(Cutover cutover, List<RouterAnswer> answers) {
        return Uni.join()
                .all(Retreats.outcomes(answers).stream().map(proof::of).toList())
                .andFailFast()
                .chain(outcomes -> confirm(cutover, outcomes))
                .invoke(live::follow)
                .replaceWithVoid();
    }

    private Uni<Cutover> confirm(Cutover cutover, List<RouterOutcome> outcomes) {
        return canaries.decide(cutover.id(), now -> confirmed(now, outcomes));
    }

    private Decision confirmed(Cutover now, List<RouterOutcome> outcomes) {
        if (!(now.canary() instanceof Retreating retreating)) {
            return Decision.keep();
        }
        List<RouterOutcome> asAskedFirst =
                outcomes.stream()
                        .map(outcome -> earliest(outcome, retreating.cause().routers()))
                        .toList();
        return retreating.confirmed(new Confirmation(asAskedFirst, clock.instant()), now.policy());
    }

    /** When a router was asked and read back first counts; what was observed last counts. */
    private static RouterOutcome earliest(RouterOutcome last, List<RouterOutcome> before) {
        return before.stream()
                .filter(first -> first.router().equals(last.router()))
                .findFirst()
                .map(
                        first ->
                                new RouterOutcome(
                                        first.router(),
                                        first.askedAt(),
                                        first.readBack(),
                                        first.readBackAt(),
                                        last.observedWeight(),
                                        last.observedAt(),
                                        last.openStreams()))
                .orElse(last);
    }
}
