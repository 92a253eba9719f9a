package io.silverback.traffic.router.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How edges are steered. */
@ConfigMapping(prefix = "silverback.traffic.edge")
public interface EdgeConfig {

    /** How long an edge keeps green's weight without being asked again. */
    @WithDefault("15s")
    Duration lease();

    /** What an edge does when it was not asked in time: keep the weight, or go back to blue. */
    @WithDefault("hold")
    OnLeaseEnd onLeaseEnd();

    /** How long an edge may take to answer. */
    @WithDefault("2s")
    Duration timeout();

    /** The two ways in which a lease can end. */
    enum OnLeaseEnd {
        HOLD,
        BLUE
    }
}
