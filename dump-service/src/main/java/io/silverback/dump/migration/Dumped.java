package io.silverback.dump.migration;

import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;

/** The dump lies in the store and sync was told of it. */
public record Dumped(Prepared prepared, long generation, Dump dump) implements Migration {

    @Override
    public String word() {
        return "dumped";
    }

    @Override
    public Decision onPrepared(MigrationRequested request, Prepared again) {
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
    public Decision onDumped(MigrationRequested request, long dumped, Dump again) {
        return Decision.to(this);
    }

    @Override
    public Decision onFailed(MigrationRequested request, Failure failure) {
        return Decision.to(this);
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome outcome, String reason) {
        return Closing.ended(this, request, outcome, reason);
    }
}
