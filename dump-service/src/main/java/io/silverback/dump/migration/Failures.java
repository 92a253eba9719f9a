package io.silverback.dump.migration;

import io.silverback.artefacts.ArtefactException;
import io.silverback.kong.admin.AdminApiException;
import io.silverback.messaging.PermanentFailure;
import io.silverback.registry.SecretUnavailableException;

/**
 * Failures as sentences for people. Only messages that are known to hold no secret are passed on.
 */
public final class Failures {

    private Failures() {}

    /** What {@code cause} says where it speaks to people, else that {@code doing} failed. */
    public static Failure of(String doing, Throwable cause) {
        boolean speaks =
                cause instanceof PermanentFailure
                        || cause instanceof AdminApiException
                        || cause instanceof ArtefactException
                        || cause instanceof SecretUnavailableException;
        return Failure.onTheWay(
                speaks
                        ? String.valueOf(cause.getMessage())
                        : doing + " failed: " + cause.getClass().getSimpleName() + ".");
    }

    /** {@code cause} as one that is not tried again, unless it is one of those that pass. */
    public static Throwable permanentUnlessPassing(Throwable cause) {
        boolean passes = cause instanceof AdminApiException answer && answer.fault().passes();
        return passes ? cause : new PermanentFailure(String.valueOf(cause.getMessage()), cause);
    }
}
