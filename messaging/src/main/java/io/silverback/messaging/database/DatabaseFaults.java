package io.silverback.messaging.database;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Which failures pass by themselves when the same is tried again later. */
public final class DatabaseFaults {
    /** Connection, resources, operator intervention, serialization or deadlock. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "40");

    private DatabaseFaults() {}

    /** Whether {@code failure}, or a cause of it, is one of connection, contention or time. */
    public static boolean isPassing(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (isPassingItself(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null
                && state.length() >= 2
                && PASSING_CLASSES.contains(state.substring(0, 2));
    }

    /** The pool has no types of its own for "no connection in time" and "closing". */
    private static boolean isOfThePool(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof ConnectionPoolTooBusyException
                || (cause instanceof NoStackTraceThrowable
                        && (message.startsWith("Timeout") || message.equals("Pool closed")));
    }

    private static boolean isPassingItself(Throwable cause) {
        if (cause instanceof PgException refused) {
            return isPassing(refused.getSqlState());
        }
        if (cause instanceof SQLException translated) {
            return isPassing(translated.getSQLState());
        }
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof ClosedConnectionException
                || isOfThePool(cause);
    }
}
