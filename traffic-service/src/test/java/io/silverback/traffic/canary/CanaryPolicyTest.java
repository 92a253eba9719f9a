package io.silverback.traffic.canary;

import static io.silverback.traffic.canary.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.CutoverRequested.Window;
import io.silverback.traffic.router.Weight;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryPolicyTest {

    private static final Window WORKDAYS =
            new Window(
                    List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(16, 0),
                    ZoneId.of("Europe/Berlin"));

    private static CanaryPolicy within(@Nullable Window window) {
        List<Step> steps = List.of(new Step(BigDecimal.ONE, false), new Step(BigDecimal.TEN, true));
        return new CanaryPolicy(steps, Duration.ofMinutes(15), 500, Duration.ofHours(24), window);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00:00Z, true",
        "2026-11-23T07:59:59Z, false",
        "2026-11-23T14:59:59Z, true",
        "2026-11-23T15:00:00Z, false",
        "2026-11-25T10:00:00Z, false"
    })
    void allowsStepsForwardInThePlansWindowOnly(Instant now, boolean allowed) {
        assertThat(within(WORKDAYS).allowsForward(now)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.99, 0", "1, 1", "7, 1", "10, 2", "99.99, 2", "100, 3"})
    void findsTheStepOfAnyWeight(BigDecimal weight, int step) {
        assertThat(Samples.policy().stepAt(new Weight(weight))).isEqualTo(step);
    }

    @Test
    void waitsAtEachStepButNotBeforeTheFirst() {
        CanaryPolicy policy = within(WORKDAYS);
        assertThat(policy.hasWaited(new Standing(0, Weight.ZERO, START), START)).isTrue();
        Standing first = new Standing(1, Weight.of(1), START);
        assertThat(policy.hasWaited(first, START.plusSeconds(899))).isFalse();
        assertThat(policy.hasWaited(first, START.plusSeconds(900))).isTrue();
    }

    @Test
    void opensTheGateOfAStepBeforeItIsTaken() {
        Canary canary = new Shifting(new Standing(1, Weight.of(1), START), 0);
        Judgement healthy =
                new Judgement(
                        Samples.judgement(
                                        io.silverback.contracts.Evidence.Health.HEALTHY,
                                        io.silverback.traffic.health.Doubt.NONE)
                                .verdict(),
                        START.plusSeconds(1000));
        Decision.Change change = (Decision.Change) canary.judged(healthy, within(null));
        assertThat(change.next()).isInstanceOf(AwaitingGo.class);
        Canary agreed = new Shifting(new Standing(1, Weight.of(1), START), 2);
        Decision.Change next = (Decision.Change) agreed.judged(healthy, within(null));
        assertThat(next.next()).isInstanceOf(Raising.class);
    }
}
