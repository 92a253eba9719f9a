package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks a service to do something.
 *
 * @param targetId the migration, cutover or plan it is about
 * @param by opaque actor id; only the console's audit knows the name
 */
public record OperatorCommand(
        String commandId,
        Verb verb,
        String targetId,
        Map<String, String> arguments,
        String by,
        @Nullable String why)
        implements Event {

    /** What may be asked; the words are those of the command line. */
    public enum Verb {
        @JsonProperty("pause")
        PAUSE,
        @JsonProperty("resume")
        RESUME,
        @JsonProperty("promote")
        PROMOTE,
        @JsonProperty("retry")
        RETRY,
        @JsonProperty("undo")
        UNDO,
        @JsonProperty("purge")
        PURGE,
        @JsonProperty("diff")
        DIFF,
        @JsonProperty("drill")
        DRILL
    }

    public OperatorCommand {
        arguments = arguments == null ? Map.of() : Map.copyOf(arguments);
    }

    /** Whether obeying may send more traffic to green: then it must be signed. */
    @JsonIgnore
    public boolean letsTrafficForward() {
        return verb == Verb.RESUME || verb == Verb.PROMOTE || verb == Verb.RETRY;
    }
}
