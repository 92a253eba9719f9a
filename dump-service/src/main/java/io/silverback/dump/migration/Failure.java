package io.silverback.dump.migration;

import org.jspecify.annotations.Nullable;

/**
 * Why a migration cannot go on, in one sentence without secrets.
 *
 * @param field the plan's field at fault, where it is one
 * @param asked whether the plan asked for what cannot be: then nothing is to be given back
 */
public record Failure(@Nullable String field, String reason, boolean asked) {

    /** The plan asks for something that cannot be. */
    public static Failure ofPlan(String field, String reason) {
        return new Failure(field, reason, true);
    }

    /** Something broke on the way. */
    public static Failure onTheWay(String reason) {
        return new Failure(null, reason, false);
    }
}
