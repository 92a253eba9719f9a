package io.silverback.sync.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import java.util.List;

/**
 * Green is as it was before.
 *
 * @param attention what could not be brought back and needs a person
 */
public record CleanedUp(long generation, List<Attention> attention) implements Migration {

    public CleanedUp {
        attention = attention == null ? List.of() : List.copyOf(attention);
    }

    @Override
    public String word() {
        return "cleaned-up";
    }

    @Override
    public Decision onDumped(MigrationRequested request, ConfigDumped newer) {
        return newer.generation() > generation ? Syncing.begin(request, newer) : Decision.to(this);
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
        return Decision.to(this);
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
