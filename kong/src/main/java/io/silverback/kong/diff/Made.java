package io.silverback.kong.diff;

import io.silverback.kong.state.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made, or may have been, as a journal has it.
 *
 * @param before what was updated or deleted, as it had been; null for what was created
 */
public record Made(Kind kind, String type, String id, @Nullable Entity before) {

    /** What was done. */
    public enum Kind {
        /** It had not been there. */
        CREATED,
        /** It had been another. */
        UPDATED,
        /** It had been there. */
        DELETED
    }

    /** What a journal notes of a change before it is made. */
    public static Made of(Change change) {
        Entity entity = change.entity();
        if (change instanceof Change.Create) {
            return new Made(Kind.CREATED, entity.type(), entity.id(), null);
        }
        return change instanceof Change.Update update
                ? new Made(Kind.UPDATED, entity.type(), entity.id(), update.actual())
                : new Made(Kind.DELETED, entity.type(), entity.id(), entity);
    }

    String key() {
        return type + " " + id;
    }
}
