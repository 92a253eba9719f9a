package io.silverback.traffic.canary;

import io.silverback.contracts.CanaryHeld.Status;
import io.silverback.traffic.router.Weight;

/** Blue is to get all traffic, and a router does not give it back; it is asked for ever. */
public record Stuck(Cause cause, String router, String why) implements Retreating {

    @Override
    public String state() {
        return "stuck";
    }

    @Override
    public Decision refused(Refusal refusal) {
        if (refusal.router().equals(router) && refusal.why().equals(why)) {
            return Decision.keep();
        }
        return Decision.become(
                new Stuck(cause, refusal.router(), refusal.why()),
                new Announcement.Held(Weight.ZERO, Status.STUCK, refusal.why(), refusal.router()));
    }
}
