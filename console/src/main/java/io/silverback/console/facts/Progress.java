package io.silverback.console.facts;

import io.silverback.contracts.MigrationProgress;
import java.time.Instant;

/** How far a phase is. */
public record Progress(String phase, long done, long total, double ratePerSecond, Instant at) {

    /** As it was heard. */
    public static Progress of(Heard<MigrationProgress> heard) {
        MigrationProgress progress = heard.event();
        return new Progress(
                progress.phase(),
                progress.done(),
                progress.total(),
                progress.ratePerSecond(),
                heard.at());
    }
}
