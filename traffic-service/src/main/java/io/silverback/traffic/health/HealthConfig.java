package io.silverback.traffic.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What plans leave to the installation when health is judged. */
@ConfigMapping(prefix = "silverback.traffic.health")
public interface HealthConfig {

    /** A required source that says nothing for this long keeps green from getting more. */
    @WithDefault("3s")
    Duration stale();

    /** Green's p99 may exceed blue's by this much whatever the plan's factor says. */
    @WithDefault("10ms")
    Duration latencyFloor();
}
