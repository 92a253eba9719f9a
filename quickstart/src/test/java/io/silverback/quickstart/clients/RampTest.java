package io.silverback.quickstart.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RampTest {

    private final Ramp ramp = new Ramp(200, Duration.ofSeconds(40));

    @Test
    void risesEvenlyToItsRate() {
        assertThat(ramp.due(Duration.ZERO)).isZero();
        assertThat(ramp.due(Duration.ofSeconds(20))).isEqualTo(1000);
        assertThat(ramp.due(Duration.ofSeconds(40))).isEqualTo(4000);
    }

    @Test
    void keepsItsRateAfterwards() {
        assertThat(ramp.due(Duration.ofSeconds(50))).isEqualTo(6000);
        assertThat(new Ramp(200, Duration.ZERO).due(Duration.ofSeconds(10))).isEqualTo(2000);
    }
}
