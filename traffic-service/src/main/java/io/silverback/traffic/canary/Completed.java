package io.silverback.traffic.canary;

import io.silverback.traffic.router.Weight;
import java.time.Instant;

/** All traffic is on green for good. */
public record Completed(Instant at) implements Ended {

    @Override
    public String state() {
        return "completed";
    }

    @Override
    public Weight weight() {
        return Weight.FULL;
    }
}
