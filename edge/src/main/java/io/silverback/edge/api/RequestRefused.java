package io.silverback.edge.api;

/** A request to the admin port that makes no sense; answered with 400 and this message. */
final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestRefused(String message) {
        super(message);
    }
}
