package io.silverback.sync.carrying;

import java.io.Serial;

/** Runtime rows could not be carried this time; the message names gateway and cause. */
public final class NotCarriedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** For a cause that a person understands. */
    public NotCarriedException(String message, Throwable cause) {
        super(message, cause);
    }
}
