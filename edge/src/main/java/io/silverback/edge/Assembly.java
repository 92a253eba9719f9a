package io.silverback.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.silverback.edge.api.AdminVerticle;
import io.silverback.edge.api.Token;
import io.silverback.edge.events.HealthEvents;
import io.silverback.edge.evidence.HealthWindow;
import io.silverback.edge.evidence.Tallies;
import io.silverback.edge.evidence.WindowVerticle;
import io.silverback.edge.proxy.ProxyVerticle;
import io.silverback.edge.proxy.Readiness;
import io.silverback.edge.proxy.Routing;
import io.silverback.edge.routing.Clock;
import io.silverback.edge.routing.EvenSpread;
import io.silverback.edge.routing.GreenWeight;
import io.silverback.edge.routing.Moment;
import io.silverback.edge.routing.Stickiness;
import io.silverback.edge.settings.Settings;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Puts an edge together and starts it. */
final class Assembly {

    private final Settings settings;
    private final Clock clock;
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger proxyPort = new AtomicInteger();
    private final AtomicInteger adminPort = new AtomicInteger();
    private final Vertx vertx;
    private final Routing routing;
    private final HealthEvents events;

    Assembly(Settings settings, Clock clock, Function<MeterRegistry, HealthEvents> events) {
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx(settings);
        this.routing =
                new Routing(
                        settings,
                        stickiness(settings.sticky()),
                        new GreenWeight(clock),
                        Tallies.in(registry),
                        new Readiness());
        this.events = events.apply(registry);
    }

    /** Opens both ports; fails, with everything closed, where one can't be opened. */
    Future<RunningEdge> start(String adminToken) {
        Token token = new Token(adminToken);
        return vertx.deployVerticle(
                        () -> new ProxyVerticle(routing, proxyPort::set),
                        new DeploymentOptions().setInstances(settings.eventLoops()))
                .compose(
                        proxies ->
                                vertx.deployVerticle(
                                        new AdminVerticle(
                                                routing, token, clock, registry, adminPort::set)))
                .compose(admin -> vertx.deployVerticle(windows()))
                .map(all -> running())
                .onFailure(fault -> vertx.close().onComplete(end -> events.close()));
    }

    private RunningEdge running() {
        routing.readiness().listening();
        return new RunningEdge(vertx, routing, events, proxyPort.get(), adminPort.get());
    }

    /** Deployed after the admin port, it shares an event loop with a proxy: loops go round. */
    private WindowVerticle windows() {
        Moment now = clock.now();
        Tallies tallies = routing.tallies();
        return new WindowVerticle(
                settings.events().window(),
                clock,
                List.of(
                        new HealthWindow(
                                tallies.blue(), settings.blue().gateway(), settings.name(), now),
                        new HealthWindow(
                                tallies.green(), settings.green().gateway(), settings.name(), now)),
                events::publish);
    }

    private static Vertx vertx(Settings settings) {
        return Vertx.vertx(
                new VertxOptions()
                        .setEventLoopPoolSize(settings.eventLoops() + 1)
                        .setWorkerPoolSize(2)
                        .setFileSystemOptions(
                                new FileSystemOptions()
                                        .setFileCachingEnabled(false)
                                        .setClassPathResolvingEnabled(false)));
    }

    private static Stickiness stickiness(Settings.Sticky sticky) {
        EvenSpread spread = new EvenSpread(ThreadLocalRandom.current().nextLong());
        return switch (sticky.by()) {
            case NONE -> new Stickiness.None(spread);
            case CLIENT -> new Stickiness.Client(sticky.headers(), sticky.salt());
            case COOKIE -> new Stickiness.Cookie(sticky.cookie(), spread);
        };
    }
}
