package io.silverback.dump.migration;

import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;

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
    public Decision onPrepared(MigrationRequested request, Prepared prepared) {
        return Decision.to(this);
    }

    @Override
    public Decision onGo(MigrationRequested request) {
        return Decision.to(this);
    }

    @Override
    public Decision onNoGo(MigrationRequested request) {
        return Decision.to(this);
    }

    @Override
    public Decision onEstateSynced(MigrationRequested request) {
        return Decision.to(this);
    }

    @Override
    public Decision onDumped(MigrationRequested request, long dumped, Dump dump) {
        return Decision.to(this);
    }

    @Override
    public Decision onFailed(MigrationRequested request, Failure failure) {
        return Decision.to(this);
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome again, String why) {
        return Decision.to(this);
    }
}
