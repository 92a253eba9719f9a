package io.silverback.edge.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.silverback.contracts.HealthEvent;
import io.silverback.edge.routing.Colour;
import io.silverback.edge.routing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthWindowTest {

    private final ManualClock clock = new ManualClock();
    private final Tally tally = new Tally(Colour.GREEN, new SimpleMeterRegistry());
    private final HealthWindow window = new HealthWindow(tally, "green-kong", "edge", clock.now());

    @Test
    void reportsAWindowWithoutRequestsToo() {
        HealthEvent event = closeAfter(Duration.ofMillis(500));

        assertThat(event.requests()).isZero();
        assertThat(event.latency()).isEmpty();
        assertThat(Duration.between(event.from(), event.to())).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void reportsEachRequestInOneWindowOnly() {
        answer(200);
        answer(503);

        HealthEvent first = closeAfter(Duration.ofMillis(500));
        HealthEvent second = closeAfter(Duration.ofMillis(500));

        assertThat(first.requests()).isEqualTo(2);
        assertThat(first.errors()).isEqualTo(1);
        assertThat(first.latency()).containsKeys("p50", "p90", "p95", "p99");
        assertThat(first.gateway()).isEqualTo("green-kong");
        assertThat(second.requests()).isZero();
        assertThat(second.errors()).isZero();
    }

    @Test
    void neverReportsMoreErrorsThanRequests() {
        Exchange exchange = tally.begin(System.nanoTime(), 1);
        exchange.answered(200);
        closeAfter(Duration.ofMillis(500));
        exchange.brokenOff();

        HealthEvent quiet = closeAfter(Duration.ofMillis(500));
        answer(200);
        HealthEvent busy = closeAfter(Duration.ofMillis(500));

        assertThat(quiet.errors()).isZero();
        assertThat(busy.errors()).isEqualTo(1);
    }

    @Test
    void measuresItsLengthByTheMonotonicClock() {
        clock.jumpWallClock(Duration.ofHours(-1));

        HealthEvent event = closeAfter(Duration.ofMillis(500));

        assertThat(Duration.between(event.from(), event.to())).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void countsAClientThatLeavesAsRequestWithoutError() {
        tally.begin(System.nanoTime(), 1).over();

        HealthEvent event = closeAfter(Duration.ofMillis(500));

        assertThat(event.requests()).isEqualTo(1);
        assertThat(event.errors()).isZero();
        assertThat(tally.openStreams()).isZero();
    }

    private void answer(int status) {
        Exchange exchange = tally.begin(System.nanoTime(), 1);
        exchange.answered(status);
        exchange.over();
    }

    private HealthEvent closeAfter(Duration length) {
        clock.advance(length);
        return window.close(clock.now());
    }
}
