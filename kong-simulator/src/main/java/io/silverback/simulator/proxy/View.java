package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes and plugins of all workspaces at one moment, made ready for requests. */
record View(
        long version,
        RouteIndex routes,
        Map<String, Plugins> plugins,
        String defaultWorkspace,
        @Nullable Target proxyBack) {

    private static final Set<String> HTTP = Set.of("http", "https", "grpc", "grpcs");

    /** The version of what a view is made of. */
    static long versionOf(Database database) {
        return database.version("routes")
                + database.version("services")
                + database.version("plugins");
    }

    static View of(Database database) {
        long version = versionOf(database);
        Map<String, Plugins> plugins = new HashMap<>();
        String defaultWorkspace = "";
        Target proxyBack = null;
        for (Row workspace : rows(database, "workspaces")) {
            if ("default".equals(workspace.document().text("name"))) {
                defaultWorkspace = workspace.id();
            }
            Collection<Row> rows = database.table("plugins", workspace.id()).rows().values();
            Target back = ProxyBack.target(rows);
            proxyBack = back == null ? proxyBack : back;
            plugins.put(workspace.id(), new Plugins(rows, database.catalogue().plugins()));
        }
        RouteIndex routes = new RouteIndex(routes(database));
        return new View(version, routes, plugins, defaultWorkspace, proxyBack);
    }

    /** The routes of HTTP whose services are not disabled. */
    private static List<CompiledRoute> routes(Database database) {
        List<CompiledRoute> routes = new ArrayList<>();
        for (Row row : rows(database, "routes")) {
            Row service = service(database, row);
            boolean serves = service == null || service.document().isTrue("enabled");
            if (serves && isHttp(row.document())) {
                routes.add(new CompiledRoute(row, service));
            }
        }
        return routes;
    }

    private static List<Row> rows(Database database, String entity) {
        return database.tables(entity).flatMap(table -> table.rows().values().stream()).toList();
    }

    private static boolean isHttp(Document route) {
        List<?> protocols = route.list("protocols");
        return HTTP.stream().anyMatch(protocols::contains);
    }

    private static @Nullable Row service(Database database, Row route) {
        String id = route.document().reference("service");
        Table services = database.table("services", route.workspace());
        return id == null ? null : services.get(id);
    }
}
