package io.silverback.traffic.canary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.silverback.contracts.Evidence;
import io.silverback.traffic.router.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A step is decided and on record; the routers are being told. Until they confirm it, {@link
 * #standing} is what counts: whoever takes over goes back there.
 */
public record Raising(Standing standing, int step, Weight to, @Nullable Evidence evidence)
        implements OnTheWay {

    @Override
    public String state() {
        return "shifting";
    }

    /** Some router may already have been told. */
    @Override
    @JsonIgnore
    public boolean mayServe() {
        return true;
    }

    @Override
    public Decision calm(Judgement judgement, CanaryPolicy policy) {
        return Doubts.urgent(judgement.verdict(), judgement.at())
                .map(hold -> OnTheWay.holding(standing, hold))
                .orElseGet(Decision::keep);
    }

    /** Only asked by whoever took over: the step is taken again on evidence of its own. */
    @Override
    public Decision found(Found found, CanaryPolicy policy) {
        if (found.weight().isBelow(weight())) {
            return adopt(found, policy);
        }
        Standing again = new Standing(standing.step(), standing.weight(), found.at());
        return Decision.become(new Shifting(again, 0));
    }

    @Override
    public Decision confirmed(Confirmation confirmation, CanaryPolicy policy) {
        Standing reached = new Standing(step, to, confirmation.at());
        return Decision.become(
                policy.isLast(step) ? new Soaking(reached) : new Shifting(reached, 0),
                new Announcement.Advanced(standing.weight(), reached, evidence));
    }

    @Override
    public Decision refused(Refusal refusal) {
        return OnTheWay.holding(standing, Doubts.ofRouter(refusal));
    }

    @Override
    public Decision decided(GateDecision decision) {
        return Decision.keep();
    }

    @Override
    public Decision ordered(Order order, CanaryPolicy policy) {
        return switch (order.kind()) {
            case PAUSE -> OnTheWay.holding(standing, Shifting.paused(order.by(), order.at()));
            case RESUME -> Decision.refuse("the cutover is not held");
            case PROMOTE -> Decision.refuse("a step is being taken");
        };
    }
}
