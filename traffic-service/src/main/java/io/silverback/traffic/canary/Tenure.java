package io.silverback.traffic.canary;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** The right to raise one cutover's weight, for as long as it lasts. */
public interface Tenure {

    /** Whether it surely lasts. */
    boolean isHeld();

    /** As {@link Canaries#decide}, and refused when the right is somebody else's by now. */
    Uni<Cutover> decide(Function<Cutover, Decision> decide);
}
