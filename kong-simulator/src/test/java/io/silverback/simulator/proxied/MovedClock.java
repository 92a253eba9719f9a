package io.silverback.simulator.proxied;

import io.silverback.simulator.StoppedClock;
import java.time.Duration;
import java.time.Instant;

/** Stands still until it is moved. */
final class MovedClock extends StoppedClock {
    MovedClock(Instant now) {
        super(now);
    }

    void pass(Duration duration) {
        set(instant().plus(duration));
    }

    void toTheNextMinute() {
        set(Instant.ofEpochSecond((instant().getEpochSecond() / 60 + 1) * 60));
    }
}
