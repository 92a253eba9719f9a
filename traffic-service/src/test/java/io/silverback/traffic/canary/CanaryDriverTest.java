package io.silverback.traffic.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.traffic.canary.CanaryDriver.Ending;
import io.silverback.traffic.health.HealthConfig;
import io.silverback.traffic.router.Weight;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One instance, killed and frozen at will, between a record and a router. */
class CanaryDriverTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Cause CAUSE = Cause.of("it burns", "monitor", Instant.now());

    private final ScriptedRouter router = new ScriptedRouter();
    private MemoryCanaries record = new MemoryCanaries(cutover(new Waiting()));
    private LiveCutovers live = new LiveCutovers(health(), Clock.systemUTC());
    private boolean held = true;
    private int ticks = Integer.MAX_VALUE;

    private static Cutover cutover(Canary canary) {
        return new Cutover(
                Samples.request("c", Duration.ofMillis(20), Duration.ofMillis(50), 1, 10, 100),
                Map.of(),
                canary,
                0);
    }

    private static HealthConfig health() {
        return new HealthConfig() {
            @Override
            public Duration stale() {
                return Duration.ofSeconds(3);
            }

            @Override
            public Duration latencyFloor() {
                return Duration.ofMillis(10);
            }
        };
    }

    private static CanaryConfig config() {
        return new CanaryConfig() {
            @Override
            public Duration tick() {
                return Duration.ofMillis(5);
            }

            @Override
            public Duration progress() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration observation() {
                return Duration.ofMillis(200);
            }

            @Override
            public Duration recordWithin() {
                return Duration.ofSeconds(1);
            }
        };
    }

    /** What a fresh process would be built of; only record and router outlive it. */
    private CanaryDriver restarted(Canary onRecord, int atRouter) {
        record = new MemoryCanaries(cutover(onRecord));
        live = new LiveCutovers(health(), Clock.systemUTC());
        router.weight = Weight.of(atRouter);
        router.onLook = this::clients;
        return new CanaryDriver(
                record,
                live,
                routers(),
                new Look(routers(), live, Clock.systemUTC()),
                new Raise(routers(), live, Clock.systemUTC()),
                retreats(),
                cutover -> Uni.createFrom().voidItem(),
                Clock.systemUTC(),
                config());
    }

    private RouterSet routers() {
        return new RouterSet(router, live);
    }

    private Retreats retreats() {
        return new Retreats(routers(), record, live, config());
    }

    /** Between two looks 50 requests of each colour are answered well. */
    private void clients() {
        held = held && ticks-- > 0;
        Instant now = Instant.now();
        long green = router.weight.isZero() ? 0 : 50;
        for (LiveCutover each : live.all()) {
            each.watch().see(Samples.window("blue", now, 50, 0, 5), now);
            each.watch().see(Samples.window("green", now, green, 0, 5), now);
        }
    }

    private Ending drive(CanaryDriver driver) {
        Tenure tenure =
                new Tenure() {
                    @Override
                    public boolean isHeld() {
                        return held;
                    }

                    @Override
                    public Uni<Cutover> decide(Function<Cutover, Decision> decide) {
                        return record.decide("c", decide);
                    }
                };
        return driver.drive("c", tenure).await().atMost(LIMIT);
    }

    private static Standing standing(int step, int weight) {
        return new Standing(step, Weight.of(weight), Instant.now());
    }

    private static Raising toTen() {
        return new Raising(standing(1, 1), 2, Weight.of(10), null);
    }

    @Test
    void goesUpStepByStepAndTheRecordIsAlwaysFirst() {
        CanaryDriver driver = restarted(new Shifting(standing(0, 0), 0), 0);
        router.onOrder =
                to -> {
                    boolean announced =
                            record.now().canary() instanceof Raising raising
                                    && raising.to().equals(to);
                    assertThat(announced || record.now().canary() instanceof Soaking)
                            .as("%s is on record before the router hears of it", to)
                            .isTrue();
                };
        assertThat(drive(driver)).isEqualTo(Ending.OVER);
        assertThat(router.orders)
                .containsExactly("lend 1 %", "lend 10 %", "lend 100 %", "settle 100 %");
        assertThat(record.now().canary()).isInstanceOf(Completed.class);
    }

    @Test
    void aStepThatWasRecordedAndNeverTakenIsTakenAgainOnFreshEvidenceOnly() {
        CanaryDriver driver = restarted(toTen(), 1);
        router.onLook = () -> held = held && ticks-- > 0;
        ticks = 20;
        assertThat(drive(driver)).isEqualTo(Ending.INTERRUPTED);
        assertThat(router.orders).isEmpty();
        assertThat(record.now().canary()).isInstanceOf(Shifting.class);
        assertThat(record.now().weight()).isEqualTo(Weight.of(1));
    }

    @Test
    void aStepThatWasTakenAndNeverConfirmedIsTakenBackByARestart() {
        CanaryDriver driver = restarted(toTen(), 10);
        router.onLook = () -> held = held && ticks-- > 0;
        ticks = 20;
        drive(driver);
        assertThat(router.orders).containsExactly("lend 1 %");
        assertThat(record.now().weight()).isEqualTo(Weight.of(1));
    }

    @Test
    void aWeightSetByHandBeforeARestartStays() {
        CanaryDriver driver = restarted(toTen(), 0);
        ticks = 30;
        drive(driver);
        assertThat(router.orders).isEmpty();
        assertThat(record.now().canary())
                .isInstanceOfSatisfying(
                        Holding.class,
                        holding -> assertThat(holding.hold().kind()).isEqualTo(Hold.Kind.BY_HAND));
    }

    @Test
    void aRouterThatWasRaisedByHandIsLowered() {
        CanaryDriver driver = restarted(new Shifting(standing(1, 1), 0), 60);
        router.onLook = () -> held = held && ticks-- > 0;
        ticks = 5;
        drive(driver);
        assertThat(router.orders).startsWith("lend 1 %");
    }

    @Test
    void aRouterThatFeedsGreenBeforeOurFirstStepIsLeftAlone() {
        CanaryDriver driver = restarted(new Shifting(standing(0, 0), 0), 100);
        ticks = 10;
        drive(driver);
        assertThat(router.orders).isEmpty();
        assertThat(record.now().canary()).isInstanceOf(Holding.class);
    }

    @Test
    void aRollbackThatComesWhileTheRouterIsToldWins() {
        CanaryDriver driver = restarted(new Shifting(standing(1, 1), 0), 1);
        router.onOrder =
                to -> {
                    if (to.equals(Weight.of(10))) {
                        record.decide("c", c -> c.canary().rollback(CAUSE)).await().atMost(LIMIT);
                    }
                };
        assertThat(drive(driver)).isEqualTo(Ending.OVER);
        assertThat(router.weight).isEqualTo(Weight.ZERO);
        assertThat(router.orders).endsWith("lend 10 %", "settle 0 %");
    }

    @Test
    void aStepThatTheRecordCantConfirmIsTakenBack() {
        CanaryDriver driver = restarted(new Shifting(standing(1, 1), 0), 1);
        router.onOrder = to -> record.away = record.away || to.equals(Weight.of(10));
        assertThat(drive(driver)).isEqualTo(Ending.INTERRUPTED);
        assertThat(router.weight).isEqualTo(Weight.of(1));
    }

    @Test
    void nothingIsSentAfterTheLeasesEnd() {
        CanaryDriver driver = restarted(toTen(), 1);
        held = false;
        assertThat(drive(driver)).isEqualTo(Ending.INTERRUPTED);
        assertThat(router.orders).isEmpty();
    }

    @Test
    void aRouterThatAcceptsAStepAndDoesNothingHoldsTheCutover() {
        CanaryDriver driver = restarted(new Shifting(standing(1, 1), 0), 1);
        ticks = 30;
        router.onOrder =
                to -> {
                    if (to.equals(Weight.of(10))) {
                        router.weight = Weight.of(1);
                    }
                };
        drive(driver);
        assertThat(record.history)
                .anySatisfy(
                        state ->
                                assertThat(state)
                                        .isInstanceOfSatisfying(
                                                Holding.class,
                                                h ->
                                                        assertThat(h.hold().why())
                                                                .contains(
                                                                        "was told 10 % and shows 1 %")));
    }

    @Test
    void trafficGoesBackWithoutTheRecordAndTheRecordIsToldLater() {
        restarted(new Shifting(standing(2, 10), 0), 10);
        LiveCutover known = live.follow(record.now());
        record.away = true;
        Retreats retreats = retreats();
        List<RouterAnswer> answers = retreats.giveBack(known, CAUSE).await().atMost(LIMIT);
        assertThat(answers).allMatch(RouterAnswer::isBack);
        assertThat(known.isRecorded()).isFalse();
        assertThat(known.isRetreating()).isTrue();
        record.away = false;
        retreats.goOn().await().atMost(LIMIT);
        assertThat(known.isRecorded()).isTrue();
        assertThat(record.now().canary())
                .isInstanceOfSatisfying(
                        RollingBack.class, back -> assertThat(back.cause().routers()).hasSize(1));
    }

    @Test
    void theWayBackIsWalkedUntilTheRouterShowsIt() {
        restarted(new RollingBack(CAUSE), 10);
        WayBack wayBack =
                new WayBack(
                        record,
                        routers(),
                        new Proof(router, Clock.systemUTC(), config()),
                        live,
                        Clock.systemUTC());
        Uni<Void> finished =
                wayBack.finish("c").onSubscription().invoke(() -> router.refusing = true);
        MemoryCanaries seen = record;
        Thread healer =
                new Thread(
                        () -> {
                            org.awaitility.Awaitility.await()
                                    .until(() -> seen.now().canary() instanceof Stuck);
                            router.refusing = false;
                        });
        healer.start();
        finished.await().atMost(LIMIT);
        assertThat(router.weight).isEqualTo(Weight.ZERO);
        assertThat(record.now().canary()).isInstanceOf(RolledBack.class);
        assertThat(record.said).filteredOn(Announcement.GivenBack.class::isInstance).hasSize(1);
    }
}
