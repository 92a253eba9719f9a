package io.silverback.sync.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import java.util.List;

/** Green has the dump, and verify was told of it. */
public record Synced(long generation, ConfigDumped dump, Sync sync) implements Migration {

    /** The kind of the job that carries a plan's runtime rows over. */
    public static final String CARRY_JOB = "carry";

    @Override
    public String word() {
        return "synced";
    }

    @Override
    public Decision onDumped(MigrationRequested request, ConfigDumped newer) {
        return newer.generation() > generation
                ? Syncing.restart(request, newer)
                : Decision.to(this);
    }

    @Override
    public Decision onSynced(MigrationRequested request, long synced, Sync done) {
        return Decision.to(this);
    }

    @Override
    public Decision onFailed(MigrationRequested request, Failure failure) {
        return Decision.to(this);
    }

    @Override
    public Decision onCleanUp(MigrationRequested request) {
        return CleaningUp.begin(request, generation);
    }

    @Override
    public Decision onCleanedUp(MigrationRequested request, List<Attention> left) {
        return Decision.to(this);
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome by, String why) {
        return Closing.ended(this, request, by, why);
    }
}
