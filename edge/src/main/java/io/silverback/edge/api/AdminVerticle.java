package io.silverback.edge.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.silverback.edge.proxy.Routing;
import io.silverback.edge.routing.Clock;
import io.silverback.edge.routing.GreenWeight;
import io.silverback.edge.settings.Settings;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.IntConsumer;

/** The admin port on an event loop of its own, so that a busy proxy can't delay a weight of 0. */
public final class AdminVerticle extends AbstractVerticle {

    private final Routing routing;
    private final Token token;
    private final Clock clock;
    private final PrometheusMeterRegistry registry;
    private final IntConsumer onListening;

    /**
     * Prepares the admin port.
     *
     * @param onListening told the port that was opened
     */
    public AdminVerticle(
            Routing routing,
            Token token,
            Clock clock,
            PrometheusMeterRegistry registry,
            IntConsumer onListening) {
        this.routing = routing;
        this.token = token;
        this.clock = clock;
        this.registry = registry;
        this.onListening = onListening;
    }

    @Override
    public void start(Promise<Void> started) {
        Gauge.builder("silverback.edge.green.weight", routing.weight(), AdminVerticle::percent)
                .description("Green's share in force, in per cent")
                .register(registry);
        Settings.Admin admin = routing.settings().admin();
        vertx.createHttpServer(new HttpServerOptions().setHost(admin.host()).setPort(admin.port()))
                .requestHandler(new AdminApi(routing, token, clock, registry))
                .listen()
                .onSuccess(server -> onListening.accept(server.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private static double percent(GreenWeight weight) {
        return weight.share().percent().doubleValue();
    }
}
