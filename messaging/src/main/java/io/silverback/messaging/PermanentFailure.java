package io.silverback.messaging;

import org.jspecify.annotations.Nullable;

/** A failure that trying again cannot mend. The message is one sentence for people. */
public class PermanentFailure extends RuntimeException {

    /** Fails for {@code reason}. */
    public PermanentFailure(String reason) {
        super(reason);
    }

    /** Fails for {@code reason}, caused by {@code cause}. */
    public PermanentFailure(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
