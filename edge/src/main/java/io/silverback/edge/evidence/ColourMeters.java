package io.silverback.edge.evidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.silverback.edge.routing.Colour;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One colour's metrics under {@code silverback_edge_}. */
final class ColourMeters {

    private static final int STATUSES = 1_000;
    private static final Duration[] BUCKETS =
            LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Tags tags;
    private final AtomicReferenceArray<@Nullable Counter> byStatus =
            new AtomicReferenceArray<>(STATUSES);
    private final Counter errors;
    private final Counter abandoned;
    private final Timer latency;

    ColourMeters(Colour colour, MeterRegistry registry) {
        this.registry = registry;
        this.tags = Tags.of("colour", colour.label());
        this.errors = registry.counter("silverback.edge.errors", tags);
        this.abandoned = registry.counter("silverback.edge.abandoned", tags);
        this.latency =
                Timer.builder("silverback.edge.latency")
                        .description("Time from routing to the head of the answer")
                        .tags(tags)
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry);
    }

    void watch(LongAdder open) {
        Gauge.builder("silverback.edge.open.streams", open, LongAdder::sum)
                .tags(tags)
                .register(registry);
    }

    void answered(int status, long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
        counterOf(Math.max(0, Math.min(status, STATUSES - 1))).increment();
    }

    void failed() {
        errors.increment();
    }

    void abandoned(long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
        abandoned.increment();
    }

    private Counter counterOf(int status) {
        Counter known = byStatus.get(status);
        if (known != null) {
            return known;
        }
        Counter counter =
                registry.counter(
                        "silverback.edge.requests", tags.and("status", String.valueOf(status)));
        byStatus.set(status, counter);
        return counter;
    }
}
