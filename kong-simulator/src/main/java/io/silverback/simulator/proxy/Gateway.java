package io.silverback.simulator.proxy;

import io.silverback.simulator.proxy.Exchange.Step;
import io.silverback.simulator.proxy.Plugins.Bound;
import io.silverback.simulator.proxy.Plugins.Named;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of a request: route, plugins, target, and back. Any thread may call it. */
public final class Gateway {
    private final Database database;
    private final Clock clock;
    private final Balancer balancer;
    private final Traffic traffic = new Traffic();
    private final Metrics metrics;
    private final Map<String, Enforcer> enforcers;
    private volatile @Nullable View view;

    /** A gateway that serves what the database holds. */
    public Gateway(Database database, Clock clock, LogSink sink) {
        this.database = database;
        this.clock = clock;
        this.balancer = new Balancer(database);
        this.metrics = new Metrics(database);
        this.enforcers = Enforcers.of(database, clock, metrics, sink);
    }

    /** What was served lately. */
    public Traffic traffic() {
        return traffic;
    }

    /** What is counted of this node. */
    public Metrics metrics() {
        return metrics;
    }

    /** Takes a request up to the point where it is answered here or goes to its target. */
    public Exchange begin(ProxyRequest request) {
        View current = current();
        Target back = current.proxyBack();
        return back == null ? routed(request, current) : proxiedBack(request, current, back);
    }

    private Exchange proxiedBack(ProxyRequest request, View current, Target back) {
        Exchange exchange = new Exchange(request, null, current.defaultWorkspace(), clock.millis());
        Forwarding.apply(request, null, exchange.call().headers());
        runPlugins(current, exchange, false);
        exchange.call().backTo(back, request.host());
        exchange.leaves(clock.millis());
        return exchange;
    }

    private Exchange routed(ProxyRequest request, View current) {
        MatchedRoute matched = current.routes().find(request);
        String workspace =
                matched == null ? current.defaultWorkspace() : matched.route().row().workspace();
        Exchange exchange = new Exchange(request, matched, workspace, clock.millis());
        Forwarding.apply(request, matched, exchange.call().headers());
        if (matched == null) {
            exchange.endWith(Answer.message(404, "no Route matched with those values"));
        } else {
            Answer refusal = Protocols.refusal(request, matched.route());
            if (refusal != null) {
                exchange.endWith(refusal);
            }
        }
        runPlugins(current, exchange, true);
        if (exchange.early() == null) {
            aim(exchange);
            exchange.leaves(clock.millis());
        }
        return exchange;
    }

    private void aim(Exchange exchange) {
        Row service = exchange.service();
        Answer missing =
                service == null
                        ? Answer.message(503, "no Service found with those values")
                        : balancer.choose(exchange, service);
        if (missing != null) {
            exchange.endWith(missing);
        }
    }

    /** Runs what plugins do to an answer; to be called once for each exchange. */
    public Answer finish(Exchange exchange, Answer answer) {
        exchange.comesBack(clock.millis());
        metrics.answered();
        Answer changed = answer;
        for (Step step : exchange.steps()) {
            changed = step.enforcer().respond(exchange, step.plugin().config(), changed);
        }
        Headers headers = changed.headers();
        exchange.added().forEach(headers::set);
        for (Step step : exchange.steps()) {
            step.enforcer().log(exchange, step.plugin().config(), changed);
        }
        traffic.note(exchange, changed, clock.millis());
        return changed;
    }

    private void runPlugins(View current, Exchange exchange, boolean access) {
        Plugins plugins = current.plugins().get(exchange.workspace());
        if (plugins == null) {
            return;
        }
        Row route = exchange.route();
        Row service = exchange.service();
        for (Named named : plugins.ranked()) {
            Enforcer enforcer = enforcers.get(named.name());
            Bound plugin =
                    enforcer == null
                            ? null
                            : named.applying(
                                    route == null ? "" : route.id(),
                                    service == null ? null : service.id(),
                                    exchange.consumerId());
            if (enforcer != null && plugin != null) {
                run(exchange, new Step(enforcer, plugin), access);
            }
        }
    }

    private static void run(Exchange exchange, Step step, boolean access) {
        exchange.steps().add(step);
        Answer answer =
                access && exchange.early() == null
                        ? step.enforcer().access(exchange, step.plugin())
                        : null;
        if (answer != null) {
            exchange.endWith(answer);
        }
    }

    private View current() {
        View seen = view;
        if (seen != null && seen.version() == View.versionOf(database)) {
            return seen;
        }
        return rebuilt();
    }

    private synchronized View rebuilt() {
        View seen = view;
        if (seen == null || seen.version() != View.versionOf(database)) {
            seen = View.of(database);
            view = seen;
        }
        return seen;
    }
}
