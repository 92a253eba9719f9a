package io.silverback.messaging.work;

import io.silverback.messaging.Job;
import org.jspecify.annotations.Nullable;

/**
 * A job of which this process is the owner.
 *
 * @param token fences: raised by each taking, so that an older owner is known as such
 * @param takenAt {@link System#nanoTime()} from before it was taken
 * @param failure why it was given up, where only its end is missing
 */
record TakenJob(
        Job job,
        long token,
        long takenAt,
        @Nullable String traceparent,
        boolean givenUp,
        @Nullable String failure) {}
