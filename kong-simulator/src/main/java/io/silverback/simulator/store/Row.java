package io.silverback.simulator.store;

import io.silverback.simulator.schema.Document;

/**
 * One stored entity. Its document is never changed.
 *
 * @param endsAt when the row is gone, in milliseconds; {@link #NEVER} when it stays
 */
public record Row(String id, String workspace, Document document, long endsAt) {
    /** The end of a row that stays. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Whether the row is still there. */
    public boolean livesAt(long now) {
        return now < endsAt;
    }
}
