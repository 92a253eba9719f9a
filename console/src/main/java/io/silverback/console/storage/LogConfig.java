package io.silverback.console.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The log of events. */
@ConfigMapping(prefix = "silverback.console.log")
public interface LogConfig {

    /** How many events it keeps; older ones stay on their topics. */
    @WithDefault("50000")
    long events();
}
