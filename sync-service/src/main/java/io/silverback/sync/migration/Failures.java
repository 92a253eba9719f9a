package io.silverback.sync.migration;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.StoreUnavailableException;
import io.silverback.databases.DatabaseUnreachable;
import io.silverback.kong.admin.AdminApiException;
import io.silverback.kong.database.postgres.LoadRefusedException;
import io.silverback.kong.database.snapshot.SnapshotRefusedException;
import io.silverback.messaging.PermanentFailure;
import io.silverback.registry.SecretUnavailableException;

/**
 * Failures as sentences for people. Only messages that are known to hold no secret are passed on.
 */
public final class Failures {

    private Failures() {}

    /** What {@code cause} says where it speaks to people, else that {@code doing} failed. */
    public static Failure of(String doing, Throwable cause) {
        return new Failure(
                null,
                speaks(cause)
                        ? String.valueOf(cause.getMessage())
                        : doing + " failed: " + cause.getClass().getSimpleName() + ".");
    }

    /** Whether the message of {@code cause} is a sentence for people, without secrets. */
    public static boolean speaks(Throwable cause) {
        return cause instanceof PermanentFailure
                || cause instanceof AdminApiException
                || cause instanceof ArtefactException
                || cause instanceof DatabaseUnreachable
                || cause instanceof SnapshotRefusedException
                || cause instanceof LoadRefusedException
                || cause instanceof SecretUnavailableException;
    }

    /** {@code cause} as one that is not tried again, unless it is one of those that pass. */
    public static Throwable permanentUnlessPassing(Throwable cause) {
        boolean passes =
                cause instanceof AdminApiException answer && answer.fault().passes()
                        || cause instanceof StoreUnavailableException
                        || cause instanceof DatabaseUnreachable;
        return passes ? cause : new PermanentFailure(String.valueOf(cause.getMessage()), cause);
    }
}
