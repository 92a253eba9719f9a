package io.silverback.edge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GreenWeightTest {

    private static final Share TEN = new Share(1_000);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration TICK = Duration.ofNanos(1);

    private final ManualClock clock = new ManualClock();
    private final GreenWeight weight = new GreenWeight(clock);

    @Test
    void startsWithNothingForGreen() {
        assertThat(weight.share()).isEqualTo(Share.NONE);
    }

    @Test
    void keepsAShareWithoutLeaseForEver() {
        weight.set(TEN, Optional.empty(), OnLeaseEnd.BLUE);
        clock.advance(Duration.ofDays(300));

        assertThat(weight.share()).isEqualTo(TEN);
    }

    @Test
    void goesBackToBlueAtTheVeryEndOfTheLease() {
        weight.set(TEN, Optional.of(LEASE), OnLeaseEnd.BLUE);
        clock.advance(LEASE.minus(TICK));
        assertThat(weight.share()).isEqualTo(TEN);

        clock.advance(TICK);
        assertThat(weight.share()).isEqualTo(Share.NONE);
    }

    @Test
    void saysWhenTheShareWasLost() {
        weight.set(TEN, Optional.of(LEASE), OnLeaseEnd.BLUE);
        Instant end = clock.now().at().plus(LEASE);
        clock.advance(LEASE.multipliedBy(3));

        assertThat(weight.current())
                .isEqualTo(new Weight.Unleased(Share.NONE, OnLeaseEnd.BLUE, end));
    }

    @Test
    void holdsPastTheEndWhereToldTo() {
        weight.set(TEN, Optional.of(LEASE), OnLeaseEnd.HOLD);
        clock.advance(LEASE.multipliedBy(3));

        assertThat(weight.share()).isEqualTo(TEN);
        assertThat(weight.current().share()).isEqualTo(TEN);
    }

    @Test
    void keepsAShareWhoseLeaseIsRenewedInTime() {
        weight.set(TEN, Optional.of(LEASE), OnLeaseEnd.BLUE);
        clock.advance(LEASE.minus(TICK));
        weight.renew(LEASE);
        clock.advance(LEASE.minus(TICK));

        assertThat(weight.share()).isEqualTo(TEN);
    }

    @Test
    void bringsNothingBackByALateRenewal() {
        weight.set(TEN, Optional.of(LEASE), OnLeaseEnd.BLUE);
        clock.advance(LEASE);

        assertThat(weight.renew(LEASE).share()).isEqualTo(Share.NONE);
        assertThat(weight.share()).isEqualTo(Share.NONE);
    }

    @Test
    void beginsNoLeaseByRenewingNone() {
        weight.set(TEN, Optional.empty(), OnLeaseEnd.BLUE);

        assertThat(weight.renew(LEASE)).isInstanceOf(Weight.Unleased.class);
    }

    @Test
    void doesNotCareForTheWallClock() {
        weight.set(TEN, Optional.of(LEASE), OnLeaseEnd.BLUE);
        clock.jumpWallClock(Duration.ofDays(1));
        assertThat(weight.share()).isEqualTo(TEN);

        clock.jumpWallClock(Duration.ofDays(-2));
        clock.advance(LEASE);
        assertThat(weight.share()).isEqualTo(Share.NONE);
    }
}
