package io.silverback.sync.migration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import java.util.List;

/** Where the sync of one migration stands. An input that a state has no use for changes nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AwaitingDump.class, name = "awaiting-dump"),
    @JsonSubTypes.Type(value = Syncing.class, name = "syncing"),
    @JsonSubTypes.Type(value = Synced.class, name = "synced"),
    @JsonSubTypes.Type(value = CleaningUp.class, name = "cleaning-up"),
    @JsonSubTypes.Type(value = CleanedUp.class, name = "cleaned-up"),
    @JsonSubTypes.Type(value = Closed.class, name = "closed"),
})
public sealed interface Migration
        permits AwaitingDump, Syncing, Synced, CleaningUp, CleanedUp, Closed {

    /** The state's name, as the API shows it. */
    @JsonIgnore
    String word();

    /** The newest dump's number that was taken; 0 before the first. */
    long generation();

    /** A dump lies in the store. Only a higher generation than the last changes anything. */
    Decision onDumped(MigrationRequested request, ConfigDumped dump);

    /** Green has, and proved to have, the dump of {@code generation}. */
    Decision onSynced(MigrationRequested request, long generation, Sync sync);

    /** Sync or clean-up failed for good. */
    Decision onFailed(MigrationRequested request, Failure failure);

    /** What it brought to green is to be taken back. */
    Decision onCleanUp(MigrationRequested request);

    /** Green is as it was before it, but for what is {@code left} to a person. */
    Decision onCleanedUp(MigrationRequested request, List<Attention> left);

    /** Somebody ended it: nothing of it goes on but a clean-up. */
    Decision onEnded(MigrationRequested request, Outcome outcome, String reason);
}
