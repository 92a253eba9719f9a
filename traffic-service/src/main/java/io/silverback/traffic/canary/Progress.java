package io.silverback.traffic.canary;

import io.smallrye.mutiny.Uni;

/** Where it is told how far a cutover is. */
public interface Progress {

    /** Tells it, unless it was told a moment ago. Never fails. */
    Uni<Void> report(LiveCutover cutover);
}
