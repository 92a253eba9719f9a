package io.silverback.databases;

import org.jspecify.annotations.Nullable;

/** A registered database did not answer, or let us not in; a later attempt may find it better. */
public final class DatabaseUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnreachable(String kind, String gateway, Throwable cause) {
        super(
                "The %s under gateway %s can't be reached: %s"
                        .formatted(kind, gateway, sentence(cause.getMessage())),
                cause);
    }

    /** Drivers' messages name addresses and roles, no passwords. */
    private static String sentence(@Nullable String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("no reason was given");
        return line.endsWith(".") ? line : line + ".";
    }
}
