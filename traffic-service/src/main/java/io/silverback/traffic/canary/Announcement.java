package io.silverback.traffic.canary;

import io.silverback.contracts.CanaryHeld;
import io.silverback.contracts.Evidence;
import io.silverback.contracts.RolledBack.RouterOutcome;
import io.silverback.traffic.router.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change of state tells the world. */
public sealed interface Announcement {

    /** A gate is open; without a step it is the cutover's own. */
    record GateOpened(@Nullable Integer step, Opening opening) implements Announcement {}

    /** A step towards green was taken and read back. */
    record Advanced(Weight from, Standing standing, @Nullable Evidence evidence)
            implements Announcement {}

    /** The cutover holds, is stuck at a router, or goes on. */
    record Held(Weight weight, CanaryHeld.Status status, String why, @Nullable String router)
            implements Announcement {}

    /** All traffic is on blue again. */
    record GivenBack(Cause cause, List<RouterOutcome> routers) implements Announcement {
        public GivenBack {
            routers = List.copyOf(routers);
        }
    }

    /** The soak is over. */
    record Finished() implements Announcement {}
}
