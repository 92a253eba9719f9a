package io.silverback.traffic.canary;

import io.silverback.traffic.router.Weight;

/** Not all migrations have passed. */
public record Waiting() implements Canary {

    @Override
    public String state() {
        return "waiting";
    }

    @Override
    public Weight weight() {
        return Weight.ZERO;
    }

    @Override
    public Decision passed(Opening opening) {
        Standing start = new Standing(0, Weight.ZERO, opening.at());
        return Decision.become(
                new AwaitingGo(start, opening), new Announcement.GateOpened(null, opening));
    }

    @Override
    public Decision staled(String why) {
        return Decision.keep();
    }

    @Override
    public Decision decided(GateDecision decision) {
        return Decision.keep();
    }

    @Override
    public Decision judged(Judgement judgement, CanaryPolicy policy) {
        return Decision.keep();
    }

    @Override
    public Decision found(Found found, CanaryPolicy policy) {
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
    public Decision rollback(Cause cause) {
        return Decision.become(new RollingBack(cause));
    }

    @Override
    public Decision ordered(Order order, CanaryPolicy policy) {
        return Decision.refuse("the cutover still waits for its migrations");
    }
}
