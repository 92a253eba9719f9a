package io.silverback.messaging.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are taken and tried. */
@ConfigMapping(prefix = "silverback.jobs")
public interface JobSettings {

    /** How long a lease lasts without renewal; renewed every third of it. */
    @WithDefault("10s")
    Duration lease();

    /** How many jobs this process runs at once. */
    @WithDefault("8")
    int concurrency();

    /** How often a failing job is tried before it is given up. */
    @WithDefault("5")
    int attempts();

    /** The wait after the first failure; doubled by each further one, up to 30 seconds. */
    @WithDefault("1s")
    Duration backOff();
}
