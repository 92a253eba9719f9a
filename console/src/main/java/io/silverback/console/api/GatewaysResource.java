package io.silverback.console.api;

import io.silverback.registry.Command;
import io.silverback.registry.Gateway;
import io.silverback.registry.Registry;
import io.silverback.registry.Router;
import io.silverback.registry.Store;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is registered, by name; no secrets. */
@Path("/api/gateways")
public class GatewaysResource {

    /** The registry without its secrets. */
    public record Registered(
            List<RegisteredGateway> gateways,
            List<RegisteredRouter> routers,
            List<RegisteredStore> stores,
            List<RegisteredCommand> commands,
            List<String> logins) {}

    /** A Kong. */
    public record RegisteredGateway(
            String name,
            String database,
            List<URI> adminUrls,
            List<URI> proxyUrls,
            List<Node> nodes) {}

    /** One of a Kong's nodes or data planes. */
    public record Node(String name, @Nullable URI adminUrl, @Nullable URI statusUrl) {}

    /** A place where traffic is split. */
    public record RegisteredRouter(
            String name, String type, @Nullable URI url, String blue, String green) {}

    /** A place for artefacts. */
    public record RegisteredStore(String name, String type, @Nullable String path) {}

    /** A program that a plan may name. */
    public record RegisteredCommand(String name, long timeoutSeconds) {}

    private final Registry registry;

    GatewaysResource(Registry registry) {
        this.registry = registry;
    }

    /** All that is registered. */
    @GET
    public Registered all() {
        return new Registered(
                registry.gateways().values().stream().map(GatewaysResource::gateway).toList(),
                registry.routers().values().stream().map(GatewaysResource::router).toList(),
                registry.stores().values().stream().map(GatewaysResource::store).toList(),
                registry.commands().values().stream().map(GatewaysResource::command).toList(),
                List.copyOf(registry.logins().keySet()));
    }

    private static RegisteredGateway gateway(Gateway gateway) {
        return new RegisteredGateway(
                gateway.name(),
                gateway.database().name().toLowerCase(Locale.ROOT),
                gateway.adminUrls(),
                gateway.proxyUrls(),
                gateway.nodes().stream()
                        .map(
                                node ->
                                        new Node(
                                                node.name(),
                                                node.adminUrl().orElse(null),
                                                node.statusUrl().orElse(null)))
                        .toList());
    }

    private static RegisteredRouter router(Router router) {
        URI url = router instanceof Router.Edge edge ? edge.url() : null;
        return new RegisteredRouter(
                router.name(), type(router), url, router.blue(), router.green());
    }

    private static RegisteredStore store(Store store) {
        String path = store instanceof Store.File file ? file.path().toString() : null;
        return new RegisteredStore(store.name(), type(store), path);
    }

    private static RegisteredCommand command(Command command) {
        return new RegisteredCommand(command.name(), command.timeout().toSeconds());
    }

    private static String type(Object registered) {
        return registered.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
