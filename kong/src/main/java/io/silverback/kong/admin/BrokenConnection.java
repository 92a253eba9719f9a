package io.silverback.kong.admin;

import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says what a broken connection amounts to. */
final class BrokenConnection {
    private BrokenConnection() {}

    static String describe(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "its host name is unknown";
        }
        if (failure instanceof SSLException || failure.getCause() instanceof SSLException) {
            return "TLS failed: " + firstLine(failure);
        }
        return "the connection failed or broke in the middle: " + firstLine(failure);
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
