package io.silverback.traffic.canary;

import io.silverback.contracts.RolledBack.RouterOutcome;
import io.silverback.traffic.router.Reading;
import org.jspecify.annotations.Nullable;

/** What one router made of an order: a reading, or why there is none. */
public record RouterAnswer(String router, @Nullable Reading reading, @Nullable String refusal) {

    static RouterAnswer of(Reading reading) {
        return new RouterAnswer(reading.router(), reading, null);
    }

    static RouterAnswer refused(String router, String why) {
        return new RouterAnswer(router, null, why);
    }

    /** Whether green gets nothing from it any more. */
    public boolean isBack() {
        return reading != null && reading.weight().isZero();
    }

    static RouterOutcome outcome(Reading reading) {
        return new RouterOutcome(
                reading.router(),
                reading.askedAt(),
                reading.weight().percent(),
                reading.readAt(),
                null,
                null,
                null);
    }
}
