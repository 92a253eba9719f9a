package io.silverback.dump.migration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;

/** Where the dump of one migration stands. An input that a state has no use for changes nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Preparing.class, name = "preparing"),
    @JsonSubTypes.Type(value = AwaitingExecution.class, name = "awaiting-execution"),
    @JsonSubTypes.Type(value = AwaitingEstate.class, name = "awaiting-estate"),
    @JsonSubTypes.Type(value = Dumping.class, name = "dumping"),
    @JsonSubTypes.Type(value = Dumped.class, name = "dumped"),
    @JsonSubTypes.Type(value = Closed.class, name = "closed"),
})
public sealed interface Migration
        permits Preparing, AwaitingExecution, AwaitingEstate, Dumping, Dumped, Closed {

    /** The state's name, as the API shows it. */
    @JsonIgnore
    String word();

    /** The newest dump's number; 0 before the first. */
    long generation();

    /** Both gateways and the workspace are fit. */
    Decision onPrepared(MigrationRequested request, Prepared prepared);

    /** The plan may write; only {@code _estate} starts at once. */
    Decision onGo(MigrationRequested request);

    /** The plan must not write. */
    Decision onNoGo(MigrationRequested request);

    /** What belongs to no workspace has come to green. */
    Decision onEstateSynced(MigrationRequested request);

    /** The dump of {@code generation} lies in the store. */
    Decision onDumped(MigrationRequested request, long generation, Dump dump);

    /** Preparing or dumping failed for good. */
    Decision onFailed(MigrationRequested request, Failure failure);

    /** Somebody ended it: nothing of it goes on. */
    Decision onEnded(MigrationRequested request, Outcome outcome, String reason);
}
