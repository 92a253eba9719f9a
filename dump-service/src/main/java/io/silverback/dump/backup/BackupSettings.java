package io.silverback.dump.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long backups are kept. */
@ConfigMapping(prefix = "silverback.backups")
public interface BackupSettings {
    /** A backup older than this is removed when a new one was taken. */
    @WithDefault("30d")
    Duration keep();

    /** The newest of each gateway that are kept whatever their age. */
    @WithDefault("3")
    int atLeast();
}
