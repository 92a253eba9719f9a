package io.silverback.traffic.canary;

import io.silverback.traffic.health.Verdict;

/** All traffic is on green and is watched for the plan's time. */
public record Soaking(Standing standing) implements OnTheWay {

    @Override
    public String state() {
        return "soaking";
    }

    @Override
    public Decision calm(Judgement judgement, CanaryPolicy policy) {
        Verdict verdict = judgement.verdict();
        if (policy.hasSoaked(standing, judgement.at()) && verdict.isHealthy()) {
            return Decision.become(new Completed(judgement.at()), new Announcement.Finished());
        }
        return (policy.hasSoaked(standing, judgement.at())
                        ? Doubts.ofHealth(verdict, judgement.at())
                        : Doubts.urgent(verdict, judgement.at()))
                .map(hold -> OnTheWay.holding(standing, hold))
                .orElseGet(Decision::keep);
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
            case PAUSE -> OnTheWay.holding(standing, Shifting.paused(order.by(), order.at()));
            case RESUME -> Decision.refuse("the cutover is not held");
            case PROMOTE -> Decision.refuse("all traffic is on green already");
        };
    }
}
