package io.silverback.sync.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import io.silverback.messaging.Order;
import java.util.List;

/** {@code dump} is being brought to green. */
public record Syncing(long generation, ConfigDumped dump) implements Migration {

    /** The kind of the job that syncs. */
    public static final String JOB = "sync";

    static Decision begin(MigrationRequested request, ConfigDumped dump) {
        return Decision.to(
                new Syncing(dump.generation(), dump),
                new Order.Enqueue(JOB, request.migrationId(), dump.generation()));
    }

    static Decision restart(MigrationRequested request, ConfigDumped dump) {
        return Decision.to(
                new Syncing(dump.generation(), dump),
                new Order.Cancel(request.migrationId()),
                new Order.Enqueue(JOB, request.migrationId(), dump.generation()));
    }

    private Order publish(MigrationRequested request, Sync done) {
        ConfigSynced event =
                new ConfigSynced(
                        request.migrationId(),
                        request.workspace(),
                        request.planHash(),
                        generation,
                        done.changes(),
                        done.fingerprint(),
                        done.nodes(),
                        done.attention());
        return new Order.Publish(request.migrationId(), request.workspace(), event);
    }

    @Override
    public String word() {
        return "syncing";
    }

    @Override
    public Decision onDumped(MigrationRequested request, ConfigDumped newer) {
        return newer.generation() > generation
                ? Syncing.restart(request, newer)
                : Decision.to(this);
    }

    @Override
    public Decision onSynced(MigrationRequested request, long synced, Sync done) {
        if (synced != generation) {
            return Decision.to(this);
        }
        Migration next = new Synced(generation, dump, done);
        return carries(request, done)
                ? Decision.to(
                        next,
                        publish(request, done),
                        new Order.Enqueue(Synced.CARRY_JOB, request.migrationId(), generation))
                : Decision.to(next, publish(request, done));
    }

    /** One job carries the runtime rows of all of a plan's migrations. */
    private static boolean carries(MigrationRequested request, Sync done) {
        return request.isEstate() && request.mode() == Mode.MIGRATE && done.rowsFrom() != null;
    }

    @Override
    public Decision onFailed(MigrationRequested request, Failure failure) {
        return Closing.failed(this, request, failure);
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
