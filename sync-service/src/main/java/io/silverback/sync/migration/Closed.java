package io.silverback.sync.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import java.util.List;

/** Over: completed, rehearsed, rolled back, failed or undone. {@code phase} is where it stood. */
public record Closed(Outcome outcome, String phase, String reason, long generation)
        implements Migration {

    @Override
    public String word() {
        return switch (outcome) {
            case COMPLETED -> "completed";
            case REHEARSED -> "rehearsed";
            case ROLLED_BACK -> "rolled-back";
            case FAILED -> "failed";
            case UNDONE -> "undone";
        };
    }

    @Override
    public Decision onDumped(MigrationRequested request, ConfigDumped newer) {
        return Decision.to(this);
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
        return outcome == Outcome.COMPLETED
                ? Decision.to(this)
                : CleaningUp.begin(request, generation);
    }

    @Override
    public Decision onCleanedUp(MigrationRequested request, List<Attention> left) {
        return Decision.to(this);
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome by, String why) {
        return Decision.to(this);
    }
}
