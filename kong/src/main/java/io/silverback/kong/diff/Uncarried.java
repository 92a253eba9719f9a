package io.silverback.kong.diff;

import io.silverback.kong.state.Entity;

/**
 * What can't be brought over.
 *
 * @param field the field, or empty for the whole entity
 * @param owner the consumer it belongs to, or its own label
 */
public record Uncarried(Entity entity, String field, String owner, String reason) {
    /** Why a hash stays behind. */
    public static final String HASHED = "hashed secret cannot be carried through the Admin API";

    /** Why an entity stays behind. */
    public static final String UNWRITABLE = "the Admin API has no way to write it as it is";

    @Override
    public String toString() {
        return entity + (field.isEmpty() ? "" : " " + field) + " of " + owner + ": " + reason;
    }
}
