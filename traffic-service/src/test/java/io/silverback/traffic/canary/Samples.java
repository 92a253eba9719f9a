package io.silverback.traffic.canary;

import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.CutoverRequested.ConnectionPolicy;
import io.silverback.contracts.CutoverRequested.Member;
import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.CutoverRequested.Sticky;
import io.silverback.contracts.Evidence;
import io.silverback.contracts.Evidence.Health;
import io.silverback.contracts.Evidence.Seen;
import io.silverback.contracts.GatePolicy;
import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.HealthPolicy;
import io.silverback.traffic.health.Doubt;
import io.silverback.traffic.health.Verdict;
import io.silverback.traffic.router.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Cutovers, verdicts and measurements with sane defaults. */
public final class Samples {

    public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    public static final Instant LATER = START.plusSeconds(10);

    private Samples() {}

    public static CutoverRequested request(String cutoverId, Integer... steps) {
        return request(cutoverId, Duration.ofSeconds(1), Duration.ofSeconds(1), steps);
    }

    public static CutoverRequested request(
            String cutoverId, Duration minimumWait, Duration soak, Integer... steps) {
        return new CutoverRequested(
                cutoverId,
                "public-api-" + cutoverId,
                "plan-" + cutoverId,
                "wave",
                "hash",
                null,
                List.of(cutoverId),
                List.of(new Member(cutoverId + "-payments", "payments")),
                cutoverId + "-estate",
                "blue",
                "green",
                List.of("edge"),
                Sticky.CLIENT,
                Arrays.stream(steps).map(s -> new Step(BigDecimal.valueOf(s), false)).toList(),
                minimumWait,
                40,
                health(),
                Duration.ofSeconds(10),
                new ConnectionPolicy(null, false),
                null,
                GatePolicy.BY_CRITERIA,
                soak);
    }

    public static HealthPolicy health() {
        return new HealthPolicy(List.of("events"), 0.005, 0.02, 0.9, 0.2, Duration.ofSeconds(60));
    }

    public static CanaryPolicy policy() {
        return CanaryPolicy.of(request("c", 1, 10, 100));
    }

    public static Judgement judgement(Health health, Doubt doubt) {
        Seen seen = new Seen(100, 0, 1.0, 2.0);
        Evidence evidence = new Evidence(START, LATER, seen, seen, 40, health, "because " + doubt);
        return new Judgement(new Verdict(evidence, doubt), LATER);
    }

    public static Standing at(int step, int weight) {
        return new Standing(step, Weight.of(weight), START);
    }

    public static HealthEvent window(
            String gateway, Instant from, long requests, long errors, double p99) {
        return new HealthEvent(
                gateway,
                "edge",
                "edge",
                from,
                from.plusMillis(500),
                requests,
                errors,
                Map.of("p50", p99 / 2, "p99", p99),
                null,
                null,
                null);
    }

    public static HealthEvent word(String gateway, HealthEvent.Verdict verdict, Instant now) {
        return new HealthEvent(
                gateway, "monitor", null, now, now, 0, 0, Map.of(), verdict, "it hurts", null);
    }
}
