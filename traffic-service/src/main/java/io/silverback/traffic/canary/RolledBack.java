package io.silverback.traffic.canary;

import io.silverback.traffic.router.Weight;
import java.time.Instant;

/** All traffic is on blue, read back from every router. */
public record RolledBack(Cause cause, Instant at) implements Ended {

    @Override
    public String state() {
        return "rolled-back";
    }

    @Override
    public Weight weight() {
        return Weight.ZERO;
    }
}
