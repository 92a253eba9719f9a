package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routes and plugins of all workspaces at one moment, made ready for requests. */
record View(long version, RouteIndex routes, Map<String, Plugins> plugins) {

    /** The version of what a view is made of. */
    static long versionOf(Database database) {
        return database.version("routes")
                + database.version("services")
                + database.version("plugins");
    }

    static View of(Database database) {
        long version = versionOf(database);
        Map<String, Plugins> plugins = new HashMap<>();
        database.tables("workspaces")
                .flatMap(table -> table.rows().values().stream())
                .forEach(
                        workspace ->
                                plugins.put(
                                        workspace.id(),
                                        new Plugins(
                                                database.table("plugins", workspace.id())
                                                        .rows()
                                                        .values(),
                                                database.catalogue().plugins())));
        List<CompiledRoute> routes = new ArrayList<>();
        database.tables("routes")
                .flatMap(table -> table.rows().values().stream())
                .filter(row -> isHttp(row.document()))
                .forEach(
                        row -> {
                            Row service = service(database, row);
                            if (service == null || service.document().isTrue("enabled")) {
                                routes.add(new CompiledRoute(row, service));
                            }
                        });
        return new View(version, new RouteIndex(routes), plugins);
    }

    private static boolean isHttp(Document route) {
        List<?> protocols = route.list("protocols");
        return protocols.contains("http") || protocols.contains("https");
    }

    private static @Nullable Row service(Database database, Row route) {
        String id = route.document().reference("service");
        Table services = database.table("services", route.workspace());
        return id == null ? null : services.get(id);
    }
}
