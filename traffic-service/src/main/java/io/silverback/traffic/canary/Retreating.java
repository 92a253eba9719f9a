package io.silverback.traffic.canary;

import io.silverback.traffic.router.Weight;

/** On the way back to blue: nothing but the routers' word ends it, and the first cause counts. */
public sealed interface Retreating extends Canary permits RollingBack, Stuck {

    /** Why. */
    Cause cause();

    @Override
    default Weight weight() {
        return Weight.ZERO;
    }

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
        return Decision.become(
                new RolledBack(cause(), confirmation.at()),
                new Announcement.GivenBack(cause(), confirmation.routers()));
    }

    @Override
    default Decision rollback(Cause newer) {
        return cause().routers().isEmpty() && !newer.routers().isEmpty()
                ? Decision.become(new RollingBack(cause().answeredBy(newer.routers())))
                : Decision.keep();
    }

    @Override
    default Decision ordered(Order order, CanaryPolicy policy) {
        return Decision.refuse("the cutover goes back to blue");
    }
}
