package io.silverback.traffic.canary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The rhythm of cutovers. */
@ConfigMapping(prefix = "silverback.traffic")
public interface CanaryConfig {

    /** How often a cutover's record, routers and evidence are looked at. */
    @WithDefault("250ms")
    Duration tick();

    /** How often progress is published. */
    @WithDefault("1s")
    Duration progress();

    /** How long green's last requests are looked for after a rollback. */
    @WithDefault("2s")
    Duration observation();

    /** How long the record may take before a rollback by hand answers without it. */
    @WithDefault("1s")
    Duration recordWithin();
}
