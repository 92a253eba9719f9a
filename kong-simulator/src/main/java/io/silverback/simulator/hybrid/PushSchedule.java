package io.silverback.simulator.hybrid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a control plane pushes: at once if the last push is an interval old, else at the end of that
 * interval; one push carries all changes until then.
 */
final class PushSchedule {
    private final Duration interval;
    private Instant last = Instant.MIN;
    private boolean pending;

    PushSchedule(Duration interval) {
        this.interval = interval;
    }

    /**
     * How long a change waits for its push; empty when a push that carries it is to come anyway.
     */
    Optional<Duration> onChange(Instant now) {
        if (pending) {
            return Optional.empty();
        }
        if (last.equals(Instant.MIN) || !now.isBefore(last.plus(interval))) {
            return Optional.of(Duration.ZERO);
        }
        pending = true;
        return Optional.of(Duration.between(now, last.plus(interval)));
    }

    void pushed(Instant now) {
        last = now;
        pending = false;
    }
}
