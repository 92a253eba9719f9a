package io.silverback.traffic.router.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.silverback.messaging.event.EventJson;
import io.silverback.registry.Registry;
import io.silverback.traffic.FakeEdge;
import io.silverback.traffic.router.RouterRefusedException;
import io.silverback.traffic.router.TrafficRouter;
import io.silverback.traffic.router.Weight;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgeRouterTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final FakeEdge edge = new FakeEdge();
    private final Vertx vertx = Vertx.vertx();
    private TrafficRouter router;

    static EdgeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(EdgeConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(EdgeConfig.class);
    }

    @BeforeEach
    void start() {
        FakeEdge.reset();
        Registry registry = Registry.load(Path.of(edge.start().get("silverback.registry")));
        router =
                new RegisteredRouters(
                                registry,
                                config(Map.of("silverback.traffic.edge.timeout", "60s")),
                                vertx,
                                EventJson.mapper(),
                                Clock.systemUTC())
                        .named("edge");
    }

    @AfterEach
    void stop() {
        edge.stop();
        vertx.close().await().atMost(LIMIT);
    }

    @Test
    void lendsAndReadsBack() {
        assertThat(router.lend(Weight.of(10)).await().atMost(LIMIT).weight())
                .isEqualTo(Weight.of(10));
        assertThat(FakeEdge.CHANGES).extracting(FakeEdge.Change::leased).containsExactly(true);
        assertThat(router.read().await().atMost(LIMIT).weight()).isEqualTo(Weight.of(10));
    }

    @Test
    void settlesForGood() {
        router.settle(Weight.ZERO).await().atMost(LIMIT);
        assertThat(FakeEdge.CHANGES).extracting(FakeEdge.Change::leased).containsExactly(false);
    }

    @Test
    void renewsWithoutChangingTheWeight() {
        FakeEdge.setByHand(7);
        assertThat(router.renew().await().atMost(LIMIT).weight()).isEqualTo(Weight.of(7));
        assertThat(FakeEdge.CHANGES).isEmpty();
    }

    @Test
    void saysWhyAnEdgeRefuses() {
        FakeEdge.refuse(true);
        assertThatThrownBy(() -> router.read().await().atMost(LIMIT))
                .isInstanceOf(RouterRefusedException.class)
                .hasMessage("router edge: answers 503");
    }

    @Test
    void saysThatAnEdgeIsAway() {
        edge.stop();
        assertThatThrownBy(() -> router.read().await().atMost(LIMIT))
                .isInstanceOf(RouterRefusedException.class)
                .hasMessageStartingWith("router edge: can't be reached");
    }

    @Test
    void hasDefaultsTakesOverridesAndRefusesNonsense() {
        assertThat(config(Map.of()).lease()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config(Map.of("silverback.traffic.edge.on-lease-end", "blue")).onLeaseEnd())
                .isEqualTo(EdgeConfig.OnLeaseEnd.BLUE);
        assertThatThrownBy(() -> config(Map.of("silverback.traffic.edge.lease", "soon")))
                .hasMessageContaining("silverback.traffic.edge.lease");
    }
}
