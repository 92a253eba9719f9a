package io.silverback.sync.syncing;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** How many writes at once people allow on a gateway, whatever it would bear. */
public interface Ceilings {

    /** The gateway's; none where nobody set one. */
    Uni<Optional<Integer>> of(String gateway);

    /** Sets the gateway's, for all that runs and all that comes. */
    Uni<Void> set(String gateway, int ceiling);
}
