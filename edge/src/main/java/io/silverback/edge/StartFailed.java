package io.silverback.edge;

/** The edge can't start; the message is one sentence for whoever started it. */
final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
