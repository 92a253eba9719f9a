package io.silverback.simulator.proxy;

import io.silverback.simulator.proxy.Plugins.Named;
import io.silverback.simulator.proxy.RouteIndex.MatchedRoute;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of a request: route, plugins, upstream. Any thread may call it. */
public final class Gateway {
    private final Database database;
    private final Map<String, Enforcer> enforcers;
    private volatile @Nullable View view;

    /** A gateway that serves what the database holds. */
    public Gateway(Database database, Clock clock) {
        this.database = database;
        this.enforcers =
                Map.of(
                        "key-auth", new KeyAuth(database, clock),
                        "basic-auth", new BasicAuth(database, clock),
                        "acl", new Acl(database),
                        "request-termination", new RequestTermination());
    }

    /** The answer to a request. */
    public Answer answer(ProxyRequest request) {
        View current = current();
        MatchedRoute matched = current.routes().find(request);
        if (matched == null) {
            return Answer.message(404, "no Route matched with those values");
        }
        Exchange exchange = new Exchange(request, matched.route());
        Answer early = plugins(current, exchange);
        Row service = matched.route().service();
        if (early != null) {
            return early;
        }
        return service == null
                ? Answer.message(503, "no Service found with those values")
                : EchoUpstream.answer(exchange, service, matched.pathLength());
    }

    private @Nullable Answer plugins(View current, Exchange exchange) {
        Plugins plugins = current.plugins().get(exchange.workspace());
        if (plugins == null) {
            return null;
        }
        String route = exchange.route().row().id();
        Row service = exchange.route().service();
        for (Named named : plugins.ranked()) {
            Enforcer enforcer = enforcers.get(named.name());
            Row plugin =
                    enforcer == null
                            ? null
                            : named.applying(
                                    route,
                                    service == null ? null : service.id(),
                                    exchange.consumerId());
            Answer answer =
                    enforcer == null || plugin == null
                            ? null
                            : enforcer.access(exchange, plugin.document().document("config"));
            if (answer != null) {
                return answer;
            }
        }
        return null;
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
