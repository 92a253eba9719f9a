package io.silverback.traffic.router.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.registry.Registry;
import io.silverback.registry.Router;
import io.silverback.traffic.router.RouterRefusedException;
import io.silverback.traffic.router.Routers;
import io.silverback.traffic.router.TrafficRouter;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routers that the registry names. */
@ApplicationScoped
class RegisteredRouters implements Routers {

    private static final int CONNECTIONS = 16;
    private static final int KEEP_ALIVE_SECONDS = 300;

    private final Map<String, TrafficRouter> byName = new LinkedHashMap<>();

    RegisteredRouters(
            Registry registry, EdgeConfig config, Vertx vertx, ObjectMapper json, Clock clock) {
        HttpClient http = vertx.createHttpClient(options(config));
        registry.routers().values().stream()
                .filter(Router.Edge.class::isInstance)
                .map(Router.Edge.class::cast)
                .map(edge -> new EdgeClient(http, json, edge, config.timeout()))
                .map(client -> new EdgeRouter(client, config, clock))
                .forEach(router -> byName.put(router.name(), router));
    }

    @Override
    public TrafficRouter named(String name) {
        TrafficRouter router = byName.get(name);
        if (router == null) {
            throw new RouterRefusedException(name, "is not registered");
        }
        return router;
    }

    @Override
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private static HttpClientOptions options(EdgeConfig config) {
        return new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout((int) config.timeout().toMillis())
                .setTcpNoDelay(true);
    }
}
