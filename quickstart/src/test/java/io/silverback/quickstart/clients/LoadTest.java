package io.silverback.quickstart.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadTest {

    private final Load load = Load.open(200, Duration.ofSeconds(40));

    @Test
    void risesEvenlyToItsRate() {
        assertThat(load.due(Duration.ZERO)).isZero();
        assertThat(load.due(Duration.ofSeconds(20))).isEqualTo(1000);
        assertThat(load.due(Duration.ofSeconds(40))).isEqualTo(4000);
    }

    @Test
    void keepsItsRateAfterwards() {
        assertThat(load.due(Duration.ofSeconds(50))).isEqualTo(6000);
        assertThat(Load.open(200, Duration.ZERO).due(Duration.ofSeconds(10))).isEqualTo(2000);
    }
}
