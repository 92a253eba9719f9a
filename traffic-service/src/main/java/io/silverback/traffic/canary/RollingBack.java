package io.silverback.traffic.canary;

import io.silverback.contracts.CanaryHeld.Status;
import io.silverback.traffic.router.Weight;

/** Blue is to get all traffic. */
public record RollingBack(Cause cause) implements Retreating {

    @Override
    public String state() {
        return "rolling-back";
    }

    @Override
    public Decision refused(Refusal refusal) {
        return Decision.become(
                new Stuck(cause, refusal.router(), refusal.why()),
                new Announcement.Held(Weight.ZERO, Status.STUCK, refusal.why(), refusal.router()));
    }
}
