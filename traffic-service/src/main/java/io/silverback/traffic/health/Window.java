package io.silverback.traffic.health;

import io.silverback.contracts.HealthEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one gateway answered for a short time, as one source saw it. Latencies in milliseconds. */
public record Window(
        String gateway,
        String source,
        @Nullable String router,
        Instant from,
        Instant to,
        long requests,
        long errors,
        @Nullable Double latencyP50,
        @Nullable Double latencyP99) {

    /** The measured part of an event. */
    public static Window of(HealthEvent event) {
        return new Window(
                event.gateway(),
                event.source(),
                event.router(),
                event.from(),
                event.to(),
                event.requests(),
                event.errors(),
                event.latency().get("p50"),
                event.latency().get("p99"));
    }

    /** What makes a repeated window recognizable. */
    Key key() {
        return new Key(gateway, source, router, from);
    }

    /** What the two colours' windows of one moment have in common. */
    Moment moment() {
        return new Moment(source, router, from);
    }

    /** One colour's window of one source. */
    record Key(String gateway, String source, @Nullable String router, Instant from) {}

    /** One moment of one source. */
    record Moment(String source, @Nullable String router, Instant from) {}
}
