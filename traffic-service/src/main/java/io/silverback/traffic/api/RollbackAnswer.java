package io.silverback.traffic.api;

import io.silverback.traffic.canary.LiveCutover;
import io.silverback.traffic.canary.RouterAnswer;
import io.silverback.traffic.router.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rollback by hand.
 *
 * @param recorded whether the record knows; where it is away it is told later
 */
record RollbackAnswer(String cutover, String state, boolean recorded, List<RouterState> routers) {

    /** One router: when it was asked, what it showed then, or why it could not be set. */
    record RouterState(
            String router,
            @Nullable Instant askedAt,
            @Nullable BigDecimal readBack,
            @Nullable Instant readBackAt,
            @Nullable Long millis,
            @Nullable String reason) {

        static RouterState of(RouterAnswer answer) {
            Reading reading = answer.reading();
            return reading == null
                    ? new RouterState(answer.router(), null, null, null, null, answer.refusal())
                    : new RouterState(
                            answer.router(),
                            reading.askedAt(),
                            reading.weight().percent(),
                            reading.readAt(),
                            Duration.between(reading.askedAt(), reading.readAt()).toMillis(),
                            null);
        }
    }

    static RollbackAnswer of(LiveCutover cutover, List<RouterAnswer> answers) {
        boolean back = answers.stream().allMatch(RouterAnswer::isBack);
        return new RollbackAnswer(
                cutover.cutover().request().name(),
                back ? "rolling-back" : "stuck",
                cutover.isRecorded(),
                answers.stream().map(RouterState::of).toList());
    }
}
