package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What sync does about differences that a plain create or update does not settle.
 *
 * @param protectedTags entities with one of these tags are never deleted
 */
public record SyncPolicy(
        Extra extra, Conflicts conflicts, OnError onError, List<String> protectedTags) {

    /** What becomes of entities on green that blue does not have. */
    public enum Extra {
        @JsonProperty("keep")
        KEEP,
        @JsonProperty("prune")
        PRUNE
    }

    /** What becomes of an entity on green with the same unique key and another id. */
    public enum Conflicts {
        @JsonProperty("fail")
        FAIL,
        @JsonProperty("replace")
        REPLACE,
        @JsonProperty("keep")
        KEEP
    }

    /** What happens after the first refused entity. */
    public enum OnError {
        @JsonProperty("stop")
        STOP,
        @JsonProperty("continue")
        CONTINUE,
        @JsonProperty("undo")
        UNDO
    }

    /** What holds where the plan is silent. */
    public static final SyncPolicy DEFAULT =
            new SyncPolicy(Extra.KEEP, Conflicts.FAIL, OnError.STOP, List.of());

    public SyncPolicy {
        protectedTags = List.copyOf(protectedTags);
    }
}
