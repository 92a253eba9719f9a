package io.silverback.kong.apply;

import io.silverback.kong.diff.Change;
import org.jspecify.annotations.Nullable;

/**
 * What became of one change.
 *
 * @param reason why it failed, in Kong's own words where it refused; null otherwise
 */
public record EntityResult(Change change, Outcome outcome, @Nullable String reason) {

    /** What became of it. */
    public enum Outcome {
        /** It is there now. */
        CREATED,
        /** It is as it should be now. */
        UPDATED,
        /** It is gone now. */
        DELETED,
        /** The gateway refused it, or could not be reached. */
        FAILED,
        /** It was not sent, for another one had failed. */
        SKIPPED
    }

    @Override
    public String toString() {
        return outcome + " " + change.entity() + (reason == null ? "" : ": " + reason);
    }
}
