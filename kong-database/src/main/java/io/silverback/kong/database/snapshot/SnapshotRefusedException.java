package io.silverback.kong.database.snapshot;

import java.io.IOException;

/** A snapshot is not what its manifest says, or can't be read; nothing of it is used. */
public final class SnapshotRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String part;
    private final String reason;

    /** Of the part, for that reason. */
    public SnapshotRefusedException(String part, String reason) {
        super(part + ": " + reason + ".");
        this.part = part;
        this.reason = reason;
    }

    /** The part's name. */
    public String part() {
        return part;
    }

    /** Why it is refused. */
    public String reason() {
        return reason;
    }
}
