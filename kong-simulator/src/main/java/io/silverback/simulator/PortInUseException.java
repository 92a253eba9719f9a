package io.silverback.simulator;

/** A port that another process has; the message is one sentence. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUseException(String what, int port, Throwable cause) {
        super("The " + what + " cannot start: port " + port + " is in use.", cause);
    }
}
