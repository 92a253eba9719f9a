package io.silverback.traffic.canary;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.silverback.contracts.Evidence;
import io.silverback.traffic.health.Verdict;
import io.silverback.traffic.router.Weight;
import java.time.Instant;
import java.util.Optional;

/**
 * A step is watched until the evidence allows the next one.
 *
 * @param agreed the step behind a gate that was decided with go; 0 for none
 */
public record Shifting(Standing standing, @JsonProperty("agreed") int agreed) implements OnTheWay {

    @Override
    public String state() {
        return "shifting";
    }

    @Override
    public Decision calm(Judgement judgement, CanaryPolicy policy) {
        Verdict verdict = judgement.verdict();
        Optional<Hold> urgent = Doubts.urgent(verdict, judgement.at());
        if (urgent.isPresent()) {
            return OnTheWay.holding(standing, urgent.get());
        }
        if (!policy.hasWaited(standing, judgement.at())) {
            return Decision.keep();
        }
        return Doubts.any(verdict, judgement.at(), policy)
                .map(hold -> OnTheWay.holding(standing, hold))
                .orElseGet(() -> verdict.isHealthy() ? next(judgement, policy) : Decision.keep());
    }

    @Override
    public Decision unfit(Judgement judgement) {
        String why = judgement.verdict().reason();
        return OnTheWay.holding(standing, new Hold(Hold.Kind.DEGRADED, why, judgement.at()));
    }

    private Decision next(Judgement judgement, CanaryPolicy policy) {
        int step = standing.step() + 1;
        Evidence evidence = judgement.verdict().evidence();
        if (policy.hasGate(step) && agreed != step) {
            Opening opening = Openings.ofStep(step, policy.weight(step), evidence, judgement.at());
            return Decision.become(
                    new AwaitingGo(standing, opening), new Announcement.GateOpened(step, opening));
        }
        return Decision.become(
                new Raising(
                        standing,
                        step,
                        policy.weight(step),
                        standing.step() == 0 ? null : evidence));
    }

    /** Before the first step a router that already feeds green belongs to somebody else. */
    @Override
    public Decision found(Found found, CanaryPolicy policy) {
        if (standing.step() == 0 && weight().isBelow(found.weight())) {
            String why =
                    "router %s already gives %s to green".formatted(found.router(), found.weight());
            return OnTheWay.holding(standing, new Hold(Hold.Kind.BY_HAND, why, found.at()));
        }
        return OnTheWay.super.found(found, policy);
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
        return OnTheWay.holding(standing, Doubts.ofRouter(refusal));
    }

    @Override
    public Decision ordered(Order order, CanaryPolicy policy) {
        return switch (order.kind()) {
            case PAUSE -> OnTheWay.holding(standing, paused(order.by(), order.at()));
            case RESUME -> Decision.refuse("the cutover is not held");
            case PROMOTE -> Decision.become(promoted(policy));
        };
    }

    private Raising promoted(CanaryPolicy policy) {
        int step = standing.step() + 1;
        Weight to = policy.weight(step);
        return new Raising(standing, step, to, null);
    }

    static Hold paused(String by, Instant at) {
        return new Hold(Hold.Kind.PAUSED, "paused by " + by, at);
    }
}
