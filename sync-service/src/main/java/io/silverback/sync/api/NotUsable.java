package io.silverback.sync.api;

/** What was sent cannot be used. */
final class NotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotUsable(String why) {
        super(why);
    }
}
