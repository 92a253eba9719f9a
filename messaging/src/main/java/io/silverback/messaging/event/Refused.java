package io.silverback.messaging.event;

import org.jspecify.annotations.Nullable;

/** A record that no repetition will make acceptable; the message goes to the dead-letter topic. */
public final class Refused extends RuntimeException {

    /** Refused for {@code reason}, without any value of the record. */
    public Refused(String reason) {
        super(reason);
    }

    /** Refused for {@code reason}; {@code cause} is for the log's eyes only. */
    public Refused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** The reason as text. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
