package io.silverback.sync.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import java.util.List;

/** Known; blue has not been read yet. */
public record AwaitingDump() implements Migration {

    @Override
    public String word() {
        return "awaiting-dump";
    }

    @Override
    public long generation() {
        return 0;
    }

    @Override
    public Decision onDumped(MigrationRequested request, ConfigDumped newer) {
        return Syncing.begin(request, newer);
    }

    @Override
    public Decision onSynced(MigrationRequested request, long synced, Sync done) {
        return Decision.to(this);
    }

    @Override
    public Decision onFailed(MigrationRequested request, Failure failure) {
        return Closing.failed(this, request, failure);
    }

    @Override
    public Decision onCleanUp(MigrationRequested request) {
        return Decision.to(this);
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
