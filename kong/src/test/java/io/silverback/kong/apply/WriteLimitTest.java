package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.admin.Attempt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteLimitTest {
    private final WriteLimit limit = new WriteLimit(WriteLimit.MOST);
    private long now;

    @Test
    void fallsToOneAfterManyRefusalsAndRisesAgain() {
        fill(12);
        int before = limit.atOnce();
        attempts(1, Duration.ofMillis(5), true);
        assertThat(limit.atOnce()).isLessThan(before).isGreaterThan(1);
        attempts(30, Duration.ofMillis(5), true);
        assertThat(limit.atOnce()).isEqualTo(1);
        attempts(8, Duration.ofMillis(5), false);
        assertThat(limit.atOnce()).isEqualTo(9);
    }

    @Test
    void growsWhileAnswersComeInTimeAndFallsWhenTheyTakeLonger() {
        fill(WriteLimit.MOST);
        int before = limit.atOnce();
        attempts(20_000, Duration.ofMillis(5), false);
        int grown = limit.atOnce();
        attempts(500, Duration.ofMillis(100), false);
        assertThat(grown).isGreaterThan(before);
        assertThat(limit.atOnce()).isLessThan(grown);
    }

    @Test
    void isNeverAboveItsCeiling() {
        limit.setCeiling(3);
        assertThat(limit.atOnce()).isEqualTo(3);
        assertThatThrownBy(() -> limit.setCeiling(65)).hasMessage("1 to 64 writes at once");
        assertThatThrownBy(() -> limit.setCeiling(0)).hasMessage("1 to 64 writes at once");
    }

    private void fill(int underWay) {
        for (int i = 0; i < underWay; i++) {
            limit.entered();
        }
    }

    private void attempts(int count, Duration each, boolean refused) {
        for (int i = 0; i < count; i++) {
            limit.learn(new Attempt(now, each.toNanos(), refused));
            now += Duration.ofMillis(2).toNanos();
        }
    }
}
