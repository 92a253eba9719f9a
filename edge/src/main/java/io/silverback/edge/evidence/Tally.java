package io.silverback.edge.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.silverback.edge.routing.Colour;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What one colour has done since the edge started. */
public final class Tally {

    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder open = new LongAdder();
    private final Latencies latencies = new Latencies();
    private final ColourMeters meters;
    private volatile long lastRequestMillis;

    public Tally(Colour colour, MeterRegistry registry) {
        this.meters = new ColourMeters(colour, registry);
        meters.watch(open);
    }

    /** Begins to count a request that was just routed here, with both clocks' readings. */
    public Exchange begin(long nowNanos, long nowMillis) {
        lastRequestMillis = nowMillis;
        open.increment();
        return new Exchange(this, nowNanos);
    }

    /** Requests answered, by the upstream or in its place. */
    public long requests() {
        return requests.sum();
    }

    /** 5xx answers, connections that failed, answers that broke off. */
    public long errors() {
        return errors.sum();
    }

    /** Requests and upgraded connections still open. */
    public long openStreams() {
        return open.sum();
    }

    /** When the last request was routed here. */
    public Optional<Instant> lastRequestAt() {
        long millis = lastRequestMillis;
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    Latencies latencies() {
        return latencies;
    }

    void answered(int status, long nanos) {
        requests.increment();
        latencies.record(nanos);
        meters.answered(status, nanos);
        if (status >= 500) {
            failed();
        }
    }

    void failed() {
        errors.increment();
        meters.failed();
    }

    void abandoned(long nanos) {
        requests.increment();
        latencies.record(nanos);
        meters.abandoned(nanos);
    }

    void closed() {
        open.decrement();
    }
}
