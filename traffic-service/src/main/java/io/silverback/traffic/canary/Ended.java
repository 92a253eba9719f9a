package io.silverback.traffic.canary;

/** Nothing leads out of these states. */
public sealed interface Ended extends Canary permits Completed, RolledBack {

    @Override
    default Decision passed(Opening opening) {
        return Decision.keep();
    }

    @Override
    default Decision staled(String why) {
        return Decision.keep();
    }

    @Override
    default Decision decided(GateDecision decision) {
        return Decision.keep();
    }

    @Override
    default Decision judged(Judgement judgement, CanaryPolicy policy) {
        return Decision.keep();
    }

    @Override
    default Decision found(Found found, CanaryPolicy policy) {
        return Decision.keep();
    }

    @Override
    default Decision confirmed(Confirmation confirmation, CanaryPolicy policy) {
        return Decision.keep();
    }

    @Override
    default Decision refused(Refusal refusal) {
        return Decision.keep();
    }

    @Override
    default Decision rollback(Cause cause) {
        return Decision.keep();
    }

    @Override
    default Decision ordered(Order order, CanaryPolicy policy) {
        return Decision.refuse("the cutover has ended: " + state());
    }
}
