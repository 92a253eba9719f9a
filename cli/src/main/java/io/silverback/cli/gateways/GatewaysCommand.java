package io.silverback.cli.gateways;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.joined;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.screen.Table;
import io.silverback.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gateways}: the registry's names and addresses; it holds no secret. */
@Command(name = "gateways", description = "Show the registered gateways, routers and stores.")
public final class GatewaysCommand implements Callable<Integer> {

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        JsonNode registry = session.console().get("/api/gateways", Map.of());
        session.screen().show(registry, () -> lines(registry));
        return 0;
    }

    private static List<String> lines(JsonNode registry) {
        Table gateways = new Table("gateway", "database", "admin", "proxy", "nodes");
        each(registry.path("gateways"))
                .forEach(
                        g ->
                                gateways.row(
                                        text(g, "name"),
                                        text(g, "database"),
                                        joined(g.path("adminUrls")),
                                        joined(g.path("proxyUrls")),
                                        String.valueOf(g.path("nodes").size())));
        List<String> lines = new ArrayList<>(gateways.lines());
        lines.addAll(routers(registry));
        lines.addAll(stores(registry));
        return lines.isEmpty() ? List.of("no gateway is registered") : lines;
    }

    private static List<String> routers(JsonNode registry) {
        Table routers = new Table("router", "type", "url", "blue", "green");
        each(registry.path("routers"))
                .forEach(
                        r ->
                                routers.row(
                                        text(r, "name"),
                                        text(r, "type"),
                                        text(r, "url"),
                                        text(r, "blue"),
                                        text(r, "green")));
        return routers.lines();
    }

    private static List<String> stores(JsonNode registry) {
        Table stores = new Table("store", "type", "path");
        each(registry.path("stores"))
                .forEach(s -> stores.row(text(s, "name"), text(s, "type"), text(s, "path")));
        return stores.lines();
    }
}
