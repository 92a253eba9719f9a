package io.silverback.traffic.health;

import static io.silverback.traffic.canary.Samples.START;
import static io.silverback.traffic.canary.Samples.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.contracts.HealthEvent;
import io.silverback.traffic.canary.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {

    private static final HealthConfig CONFIG =
            new HealthConfig() {
                @Override
                public Duration stale() {
                    return Duration.ofSeconds(3);
                }

                @Override
                public Duration latencyFloor() {
                    return Duration.ofMillis(10);
                }
            };

    private final Watch watch = watch();

    private static Watch watch() {
        Watch.Subject subject =
                new Watch.Subject(
                        "blue",
                        "green",
                        List.of("edge"),
                        Samples.health(),
                        new RuntimeLag.Limit(
                                HealthEvent.runtimeSource("plan"), Duration.ofSeconds(10)));
        return new Watch(subject, CONFIG, START);
    }

    private static Instant after(int windows) {
        return START.plusMillis(500L * windows);
    }

    private void see(HealthEvent event, Instant now) {
        watch.see(event, now);
    }

    @Test
    void neverCallsNoDataHealthy() {
        see(window("green", START, 0, 0, 0), after(1));
        Verdict verdict = watch.verdict(40, after(1));
        assertThat(verdict.isHealthy()).isFalse();
        assertThat(verdict.doubt()).isEqualTo(Doubt.TOO_FEW);
    }

    @Test
    void saysHowLongTheRestWillTake() {
        see(window("green", START, 10, 0, 5), after(2));
        assertThat(watch.verdict(40, after(2)).reason())
                .isEqualTo("too few requests on green: 10 of 40, about 3 s more");
    }

    @Test
    void enoughGoodRequestsAreHealthy() {
        see(window("green", START, 40, 0, 5), after(1));
        assertThat(watch.verdict(40, after(1)).isHealthy()).isTrue();
    }

    @Test
    void aBrokenGreenIsFoundWithinOneWindowLongBeforeEnoughRequests() {
        see(window("blue", START, 95, 0, 5), after(1));
        see(window("green", START, 5, 5, 5), after(1));
        assertThat(watch.verdict(500, after(1)).isUnhealthy()).isTrue();
    }

    @Test
    void oneErrorAmongFewIsNoProofAndNoHealth() {
        see(window("green", START, 40, 1, 5), after(1));
        Verdict verdict = watch.verdict(40, after(1));
        assertThat(verdict.isUnhealthy()).isFalse();
        assertThat(verdict.doubt()).isEqualTo(Doubt.UNCLEAR);
    }

    @Test
    void aRepeatedWindowCountsOnce() {
        see(window("green", START, 30, 0, 5), after(1));
        see(window("green", START, 30, 0, 5), after(1));
        assertThat(watch.verdict(40, after(1)).evidence().green().requests()).isEqualTo(30);
    }

    @Test
    void whatCameBeforeTheStepSaysNothingOfIt() {
        watch.startAt(after(4));
        see(window("green", after(3), 40, 40, 5), after(5));
        assertThat(watch.verdict(40, after(5)).evidence().green().requests()).isZero();
    }

    @Test
    void aMonitorsWordIsEnough() {
        see(Samples.word("green", HealthEvent.Verdict.UNHEALTHY, START), after(1));
        assertThat(watch.verdict(0, after(1)).isUnhealthy()).isTrue();
        assertThat(watch.verdict(0, after(1)).reason())
                .isEqualTo("monitor calls green unhealthy: it hurts");
    }

    @Test
    void degradedHoldsUntilTheMonitorSaysOtherwise() {
        see(Samples.word("green", HealthEvent.Verdict.DEGRADED, START), after(1));
        assertThat(watch.verdict(0, after(1)).doubt()).isEqualTo(Doubt.DEGRADED);
        see(Samples.word("green", HealthEvent.Verdict.HEALTHY, after(1)), after(2));
        assertThat(watch.verdict(0, after(2)).isHealthy()).isTrue();
    }

    @Test
    void silenceHoldsFirstAndEndsInARollback() {
        see(window("green", START, 40, 0, 5), START);
        assertThat(watch.verdict(40, START.plusSeconds(2)).isHealthy()).isTrue();
        assertThat(watch.verdict(40, START.plusSeconds(3)).doubt()).isEqualTo(Doubt.SILENT);
        assertThat(watch.verdict(40, START.plusSeconds(60)).isUnhealthy()).isTrue();
    }

    @Test
    void anotherRoutersTrafficIsNotOurs() {
        HealthEvent foreign =
                new HealthEvent(
                        "green",
                        "edge",
                        "elsewhere",
                        START,
                        after(1),
                        50,
                        50,
                        java.util.Map.of(),
                        null,
                        null,
                        null);
        see(foreign, after(1));
        assertThat(watch.verdict(40, after(1)).isUnhealthy()).isFalse();
    }

    @Test
    void aSlowGreenIsFoundAndNoiseBelowTheFloorIsNot() {
        assertThat(slowerBy(1)).isFalse();
        assertThat(slowerBy(8)).isFalse();
        assertThat(slowerBy(60)).isTrue();
    }

    private static boolean slowerBy(double millis) {
        Watch watch = watch();
        for (int i = 0; i < 60; i++) {
            watch.see(window("blue", after(i), 50, 0, 2), after(i + 1));
            watch.see(window("green", after(i), 50, 0, 2 + millis), after(i + 1));
        }
        return watch.verdict(40, after(60)).isUnhealthy();
    }

    /** Property: a green like blue is not given back, whatever the seed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void aHealthyGreenIsLeftAlone(int share) {
        int falseAlarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            falseAlarms += run(seed, share, 0.001, 0.001, 240) >= 0 ? 1 : 0;
        }
        assertThat(falseAlarms).isZero();
    }

    /** Property: a green that fails one request in ten is given back soon, whatever the seed. */
    @ParameterizedTest
    @ValueSource(ints = {5, 10, 50})
    void aFailingGreenIsGivenBack(int share) {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(run(seed, share, 0.001, 0.1, 240)).as("seed %s", seed).isNotNegative();
        }
    }

    /** Property: what comes late is found as well: nothing good outweighs an outage. */
    @Test
    void anOutageAfterALongGoodTimeIsFoundAtOnce() {
        Watch watch = watch();
        for (int i = 0; i < 5_000; i++) {
            watch.see(window("green", after(i), 100, 0, 5), after(i + 1));
        }
        watch.see(window("green", after(5_000), 100, 100, 5), after(5_001));
        assertThat(watch.verdict(40, after(5_001)).isUnhealthy()).isTrue();
    }

    /** The first window after which green is ill; -1 for never. */
    private static int run(int seed, int share, double blueRate, double greenRate, int windows) {
        Random random = new Random(seed);
        Watch watch = watch();
        for (int i = 0; i < windows; i++) {
            int green = Math.max(1, 200 * share / 100 / 2);
            int blue = 100 - green;
            watch.see(window("blue", after(i), blue, bad(random, blue, blueRate), 5), after(i + 1));
            watch.see(
                    window("green", after(i), green, bad(random, green, greenRate), 5),
                    after(i + 1));
            if (watch.verdict(40, after(i + 1)).isUnhealthy()) {
                return i;
            }
        }
        return -1;
    }

    private static long bad(Random random, int requests, double rate) {
        return java.util.stream.IntStream.range(0, requests)
                .filter(i -> random.nextDouble() < rate)
                .count();
    }

    private static HealthEvent lag(String planId, double seconds) {
        return new HealthEvent(
                "green",
                HealthEvent.runtimeSource(planId),
                null,
                START,
                START,
                0,
                0,
                Map.of(),
                null,
                "Cassandra is out of reach",
                seconds);
    }

    @Test
    void rowsThatComeTooLateHoldWithTheReason() {
        see(window("green", START, 40, 0, 5), after(1));
        see(lag("plan", 34), after(1));
        Verdict verdict = watch.verdict(40, after(1));
        assertThat(verdict.doubt()).isEqualTo(Doubt.BEHIND);
        assertThat(verdict.reason())
                .isEqualTo(
                        "tokens and sessions on green are 34 s behind blue, the plan allows 10 s:"
                                + " Cassandra is out of reach");
        see(lag("plan", 0.5), after(1));
        assertThat(watch.verdict(40, after(1)).isHealthy()).isTrue();
    }

    @Test
    void aCarrierThatFallsSilentFallsBehind() {
        see(lag("plan", 0.5), after(1));
        see(window("green", START, 40, 0, 5), after(1));
        for (int i = 2; i <= 24; i++) {
            see(window("green", after(i - 1), 40, 0, 5), after(i));
        }
        assertThat(watch.verdict(40, after(24)).doubt()).isEqualTo(Doubt.BEHIND);
    }

    @Test
    void theLagOfAnotherPlanIsNotOurs() {
        see(window("green", START, 40, 0, 5), after(1));
        see(lag("other", 3600), after(1));
        assertThat(watch.verdict(40, after(1)).isHealthy()).isTrue();
    }

    @Test
    void aWordOnTheLagIsNoEvidenceOfHealth() {
        see(lag("plan", 0), after(1));
        assertThat(watch.verdict(0, after(1)).doubt()).isEqualTo(Doubt.UNHEARD);
    }
}
