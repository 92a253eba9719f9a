package io.silverback.dump.migration;

import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;

/** Gateways, workspace and store are being checked; nothing was written. */
public record Preparing() implements Migration {

    /** The kind of the job that prepares. */
    public static final String JOB = "prepare";

    @Override
    public String word() {
        return "preparing";
    }

    @Override
    public long generation() {
        return 0;
    }

    @Override
    public Decision onPrepared(MigrationRequested request, Prepared prepared) {
        return Decision.to(new AwaitingExecution(prepared, 0));
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
    public Decision onDumped(MigrationRequested request, long generation, Dump dump) {
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
