package io.silverback.dump.migration;

import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;

/** Released by the gate; waits until green has what belongs to no workspace. */
public record AwaitingEstate(Prepared prepared, long generation) implements Migration {

    @Override
    public String word() {
        return "awaiting-estate";
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
        return Decision.to(new AwaitingExecution(prepared, generation));
    }

    @Override
    public Decision onEstateSynced(MigrationRequested request) {
        return Dumping.begin(request, prepared, generation + 1);
    }

    @Override
    public Decision onDumped(MigrationRequested request, long dumped, Dump dump) {
        return Decision.to(this);
    }

    @Override
    public Decision onFailed(MigrationRequested request, Failure failure) {
        return Closing.failed(this, request, failure);
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome outcome, String reason) {
        return Closing.ended(this, request, outcome, reason);
    }
}
