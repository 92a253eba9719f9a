package io.silverback.traffic.events;

import io.silverback.contracts.HealthEvent;
import io.silverback.messaging.event.Refused;
import java.time.Duration;
import java.time.Instant;

/** Refuses measurements that can't be true. */
final class HealthEvents {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private HealthEvents() {}

    static void require(HealthEvent event, Instant now) {
        require(event.requests() >= 0, "requests are below 0");
        require(event.errors() >= 0, "errors are below 0");
        require(event.errors() <= event.requests(), "there are more errors than requests");
        require(!event.to().isBefore(event.from()), "the window ends before it begins");
        require(!event.to().isAfter(now.plus(CLOCKS_DIFFER)), "the window ends in the future");
        Double lag = event.runtimeLagSeconds();
        require(
                lag == null || (Double.isFinite(lag) && lag >= 0),
                "the lag of runtime rows is no time");
        event.latency()
                .forEach(
                        (quantile, millis) ->
                                require(
                                        Double.isFinite(millis) && millis >= 0,
                                        "latency " + quantile + " is no time"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }
}
