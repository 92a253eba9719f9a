package io.silverback.traffic.health;

import io.silverback.contracts.Evidence.Seen;
import org.jspecify.annotations.Nullable;

/** What one colour answered since the step began; latencies are means of windows by requests. */
final class ColourTally {

    private long requests;
    private long errors;
    private double weightedP50;
    private double weightedP99;
    private long measured;

    void add(Window window) {
        requests += window.requests();
        errors += window.errors();
        Double p50 = window.latencyP50();
        Double p99 = window.latencyP99();
        if (p50 != null && p99 != null) {
            weightedP50 += p50 * window.requests();
            weightedP99 += p99 * window.requests();
            measured += window.requests();
        }
    }

    long requests() {
        return requests;
    }

    Proportion errors() {
        return new Proportion(requests, errors);
    }

    Seen seen() {
        return new Seen(requests, errors, mean(weightedP50), mean(weightedP99));
    }

    private @Nullable Double mean(double weighted) {
        return measured == 0 ? null : weighted / measured;
    }
}
