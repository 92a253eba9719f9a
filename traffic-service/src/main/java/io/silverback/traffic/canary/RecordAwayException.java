package io.silverback.traffic.canary;

/** The record can't be reached now, or somebody else has just changed it; it may be later. */
public final class RecordAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Away for a reason. */
    public RecordAwayException(Throwable cause) {
        super("the record can't be reached", cause);
    }
}
