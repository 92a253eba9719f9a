package io.silverback.traffic.canary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.silverback.contracts.CanaryHeld.Status;
import java.time.Duration;
import java.util.Optional;

/** Nothing advances: by itself until the reason is gone, by hand until an operator resumes. */
public record Holding(Standing standing, Hold hold) implements OnTheWay {

    /** How long a router that refused a step is left alone. */
    private static final Duration ROUTER_REST = Duration.ofSeconds(5);

    @Override
    public String state() {
        return "holding";
    }

    /** A pause may have come while routers were being told: then they may give more. */
    @Override
    @JsonIgnore
    public boolean mayServe() {
        return !weight().isZero()
                || hold.kind() == Hold.Kind.PAUSED
                || hold.kind() == Hold.Kind.ROUTER;
    }

    @Override
    public Decision calm(Judgement judgement, CanaryPolicy policy) {
        if (hold.untilResumed() || isResting(judgement)) {
            return Decision.keep();
        }
        Optional<Hold> still = doubts(judgement, policy);
        if (still.isEmpty()) {
            return judgement.verdict().isHealthy() ? goOn(standing, policy, "") : Decision.keep();
        }
        return still.get().kind() == hold.kind()
                ? Decision.keep()
                : OnTheWay.holding(standing, still.get());
    }

    /** With all traffic on green there is no step left for a window to forbid. */
    private Optional<Hold> doubts(Judgement judgement, CanaryPolicy policy) {
        return policy.isLast(standing.step())
                ? Doubts.ofHealth(judgement.verdict(), judgement.at())
                : Doubts.any(judgement.verdict(), judgement.at(), policy);
    }

    private boolean isResting(Judgement judgement) {
        return hold.kind() == Hold.Kind.ROUTER
                && judgement.at().isBefore(hold.since().plus(ROUTER_REST));
    }

    @Override
    public Decision decided(GateDecision decision) {
        return Decision.keep();
    }

    @Override
    public Decision confirmed(Confirmation confirmation, CanaryPolicy policy) {
        return Decision.keep();
    }

    @Override
    public Decision refused(Refusal refusal) {
        return Decision.keep();
    }

    @Override
    public Decision ordered(Order order, CanaryPolicy policy) {
        return switch (order.kind()) {
            case PAUSE -> paused(order);
            case RESUME -> resumed(order, policy);
            case PROMOTE -> promoted(policy);
        };
    }

    private Decision paused(Order order) {
        return hold.untilResumed()
                ? Decision.refuse("the cutover is already held: " + hold.why())
                : OnTheWay.holding(standing, Shifting.paused(order.by(), order.at()));
    }

    private Decision resumed(Order order, CanaryPolicy policy) {
        return hold.untilResumed()
                ? goOn(standing, policy, " by " + order.by())
                : Decision.refuse("the cutover goes on by itself when it can: " + hold.why());
    }

    private Decision promoted(CanaryPolicy policy) {
        if (policy.isLast(standing.step())) {
            return Decision.refuse("all traffic is on green already");
        }
        int step = standing.step() + 1;
        return Decision.become(new Raising(standing, step, policy.weight(step), null));
    }

    private static Decision goOn(Standing standing, CanaryPolicy policy, String by) {
        return Decision.become(
                policy.isLast(standing.step()) ? new Soaking(standing) : new Shifting(standing, 0),
                new Announcement.Held(standing.weight(), Status.RESUMED, "goes on" + by, null));
    }
}
