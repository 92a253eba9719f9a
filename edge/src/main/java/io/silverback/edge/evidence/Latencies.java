package io.silverback.edge.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Latencies since they were last taken; recording waits for nobody. */
final class Latencies {

    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final Map<String, Double> QUANTILES =
            Map.of("p50", 50.0, "p90", 90.0, "p95", 95.0, "p99", 99.0);

    private final Recorder recorder = new Recorder(1, HIGHEST_MICROS, 3);
    private @Nullable Histogram recycled;

    void record(long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        recorder.recordValue(Math.max(1, Math.min(micros, HIGHEST_MICROS)));
    }

    /** Quantiles in milliseconds of what was recorded since the last call; empty for nothing. */
    Map<String, Double> take() {
        Histogram taken = recorder.getIntervalHistogram(recycled);
        recycled = taken;
        Map<String, Double> quantiles = new LinkedHashMap<>();
        if (taken.getTotalCount() > 0) {
            QUANTILES.forEach(
                    (name, percentile) ->
                            quantiles.put(name, taken.getValueAtPercentile(percentile) / 1_000.0));
        }
        return quantiles;
    }
}
