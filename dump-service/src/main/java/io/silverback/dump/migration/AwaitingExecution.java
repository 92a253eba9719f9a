package io.silverback.dump.migration;

import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;

/** Prepared; waits until the plan may write. {@code generation} is above 0 after a stopped dump. */
public record AwaitingExecution(Prepared prepared, long generation) implements Migration {

    @Override
    public String word() {
        return "awaiting-execution";
    }

    @Override
    public Decision onPrepared(MigrationRequested request, Prepared again) {
        return Decision.to(this);
    }

    @Override
    public Decision onGo(MigrationRequested request) {
        return request.isEstate()
                ? Dumping.begin(request, prepared, generation + 1)
                : Decision.to(new AwaitingEstate(prepared, generation));
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
        return Closing.failed(this, request, failure);
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome outcome, String reason) {
        return Closing.ended(this, request, outcome, reason);
    }
}
