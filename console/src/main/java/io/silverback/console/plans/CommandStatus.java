package io.silverback.console.plans;

import com.fasterxml.jackson.annotation.JsonValue;
import io.silverback.console.facts.Artefact;
import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.CommandAnswered;
import io.silverback.contracts.OperatorCommand;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that somebody gave, and the answer. */
public record CommandStatus(
        String id,
        OperatorCommand.Verb verb,
        String targetId,
        Map<String, String> arguments,
        String by,
        @Nullable String why,
        Instant askedAt,
        Status status,
        @Nullable String reason,
        @Nullable Artefact report) {

    /** Whether the service that was asked has answered. */
    public enum Status {
        ASKED,
        DONE,
        REFUSED;

        /** As it is spelt everywhere. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public CommandStatus {
        arguments = Map.copyOf(arguments);
    }

    /** The command these facts are about, if they are about one. */
    public static Optional<CommandStatus> of(Facts facts) {
        return facts.heard(Slot.ASKED, OperatorCommand.class)
                .map(asked -> of(asked, facts.heard(Slot.ANSWERED, CommandAnswered.class)));
    }

    private static CommandStatus of(
            Heard<OperatorCommand> asked, Optional<Heard<CommandAnswered>> answered) {
        OperatorCommand command = asked.event();
        return new CommandStatus(
                command.commandId(),
                command.verb(),
                command.targetId(),
                command.arguments(),
                command.by(),
                command.why(),
                asked.at(),
                answered.map(a -> a.event().refused() ? Status.REFUSED : Status.DONE)
                        .orElse(Status.ASKED),
                answered.map(a -> a.event().reason()).orElse(null),
                answered.map(a -> a.event().report()).map(Artefact::of).orElse(null));
    }
}
