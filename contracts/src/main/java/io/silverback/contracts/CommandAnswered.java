package io.silverback.contracts;

import org.jspecify.annotations.Nullable;

/** A command was done, with a report where there is one, or refused with a reason. */
public record CommandAnswered(
        String commandId,
        OperatorCommand.Verb verb,
        String targetId,
        boolean refused,
        @Nullable String reason,
        @Nullable ArtefactReference report)
        implements Event {}
