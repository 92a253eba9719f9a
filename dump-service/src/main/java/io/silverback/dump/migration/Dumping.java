package io.silverback.dump.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Order;

/** Blue is being read. {@code generation} is the number that the dump will carry. */
public record Dumping(Prepared prepared, long generation) implements Migration {

    /** The kind of the job that dumps. */
    public static final String JOB = "dump";

    static Decision begin(MigrationRequested request, Prepared prepared, long generation) {
        return Decision.to(
                new Dumping(prepared, generation),
                new Order.Enqueue(JOB, request.migrationId(), generation));
    }

    @Override
    public String word() {
        return "dumping";
    }

    @Override
    public Decision onPrepared(MigrationRequested request, Prepared again) {
        return Decision.to(this);
    }

    @Override
    public Decision onGo(MigrationRequested request) {
        return Decision.to(this);
    }

    /** The generation is not used again: what a stopped job still writes can meet no other. */
    @Override
    public Decision onNoGo(MigrationRequested request) {
        return Decision.to(
                new AwaitingExecution(prepared, generation),
                new Order.Cancel(request.migrationId()));
    }

    @Override
    public Decision onEstateSynced(MigrationRequested request) {
        return Decision.to(this);
    }

    @Override
    public Decision onDumped(MigrationRequested request, long dumped, Dump dump) {
        if (dumped != generation) {
            return Decision.to(this);
        }
        return Decision.to(
                new Dumped(prepared, generation, dump),
                new Order.Publish(
                        request.migrationId(), request.workspace(), event(request, dump)));
    }

    @Override
    public Decision onFailed(MigrationRequested request, Failure failure) {
        return Closing.failed(this, request, failure);
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome outcome, String reason) {
        return Closing.ended(this, request, outcome, reason);
    }

    private ConfigDumped event(MigrationRequested request, Dump dump) {
        return new ConfigDumped(
                request.migrationId(),
                request.workspace(),
                request.planHash(),
                generation,
                prepared.transport(),
                dump.artefacts(),
                dump.counts(),
                dump.version(),
                dump.fingerprint(),
                null);
    }
}
