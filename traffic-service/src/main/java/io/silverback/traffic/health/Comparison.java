package io.silverback.traffic.health;

import io.silverback.contracts.HealthPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Blue and green since the step began, as one source saw them.
 *
 * <p>Error rates: green's may exceed neither the plan's maximum nor what blue's can be at most plus
 * the plan's increase. Latency: moment by moment, the colours' p99 are compared where blue had at
 * least half of green's requests (a quantile of fewer is too low); were both alike, green would be
 * the slower one in at most half of the moments (sign test, Dixon and Mood 1946).
 */
final class Comparison {

    /** Below this number of errors nothing is an outage. */
    private static final int LEAST_ERRORS = 5;

    private static final int LEAST_TIMED = 50;
    private static final double BY_CHANCE = 0.5;
    private static final int REMEMBERED_MOMENTS = 64;

    private final HealthPolicy policy;
    private final double latencyFloor;
    private final ColourTally blue = new ColourTally();
    private final ColourTally green = new ColourTally();
    private final ChangeDetector errors = new ChangeDetector();
    private final ChangeDetector slowness = new ChangeDetector();
    private final Map<Window.Moment, Window> unpaired = new LinkedHashMap<>();
    private long timed;

    Comparison(HealthPolicy policy, double latencyFloor) {
        this.policy = policy;
        this.latencyFloor = latencyFloor;
    }

    void seeBlue(Window window) {
        blue.add(window);
        pair(window).ifPresent(other -> compareLatency(window, other));
    }

    void seeGreen(Window window) {
        green.add(window);
        errors.see(window.requests(), window.errors(), allowedForSure());
        pair(window).ifPresent(other -> compareLatency(other, window));
    }

    ColourTally blue() {
        return blue;
    }

    ColourTally green() {
        return green;
    }

    /** Why green is ill beyond reasonable doubt. */
    Optional<String> illness() {
        if (green.errors().bad() >= LEAST_ERRORS && errors.alarms()) {
            return Optional.of(
                    "green fails %d of %d requests, %.1f %% are allowed"
                            .formatted(
                                    green.errors().bad(), green.requests(), 100 * allowedSeen()));
        }
        if (timed >= LEAST_TIMED && slowness.alarms()) {
            return Optional.of("green's p99 has been above blue's for too long");
        }
        return Optional.empty();
    }

    /** Whether green's share of errors, taken at its face, is more than allowed. */
    boolean looksWorse() {
        return green.errors().seen() > allowedSeen();
    }

    private double allowedSeen() {
        return Math.min(
                policy.maxErrorRate(), blue.errors().seen() + policy.maxErrorRateIncrease());
    }

    private double allowedForSure() {
        return Math.min(
                policy.maxErrorRate(), blue.errors().upperBound() + policy.maxErrorRateIncrease());
    }

    private Optional<Window> pair(Window window) {
        Window other = unpaired.remove(window.moment());
        if (other == null) {
            unpaired.put(window.moment(), window);
            if (unpaired.size() > REMEMBERED_MOMENTS) {
                unpaired.remove(unpaired.keySet().iterator().next());
            }
        }
        return Optional.ofNullable(other);
    }

    private void compareLatency(Window ofBlue, Window ofGreen) {
        Double blueP99 = ofBlue.latencyP99();
        Double greenP99 = ofGreen.latencyP99();
        if (blueP99 != null && greenP99 != null && isFair(ofBlue, ofGreen)) {
            timed += ofGreen.requests();
            boolean slower = greenP99 - blueP99 > allowedDelay(blueP99);
            slowness.see(1, slower ? 1 : 0, BY_CHANCE);
        }
    }

    private static boolean isFair(Window ofBlue, Window ofGreen) {
        return ofGreen.requests() > 0 && 2 * ofBlue.requests() >= ofGreen.requests();
    }

    private double allowedDelay(double blueP99) {
        return Math.max(latencyFloor, blueP99 * policy.maxLatencyP99Increase());
    }
}
