package io.silverback.sync.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Order;
import java.util.List;

/** What was brought to green is being taken back. */
public record CleaningUp(long generation) implements Migration {

    /** The kind of the job that cleans up. */
    public static final String JOB = "clean-up";

    static Decision begin(MigrationRequested request, long generation) {
        return Decision.to(
                new CleaningUp(generation),
                new Order.Cancel(request.migrationId()),
                new Order.Enqueue(JOB, request.migrationId(), generation));
    }

    @Override
    public String word() {
        return "cleaning-up";
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
        return Closing.notCleanedUp(this, request, failure);
    }

    @Override
    public Decision onCleanUp(MigrationRequested request) {
        return Decision.to(this);
    }

    @Override
    public Decision onCleanedUp(MigrationRequested request, List<Attention> left) {
        return Decision.to(new CleanedUp(generation, left));
    }

    @Override
    public Decision onEnded(MigrationRequested request, Outcome by, String why) {
        return Decision.to(this);
    }
}
