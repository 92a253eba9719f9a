package io.silverback.sync.api;

/** Nothing has the id that was asked for. */
final class NotKnown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotKnown(String what, String id) {
        super("There is no " + what + " " + id + ".");
    }
}
