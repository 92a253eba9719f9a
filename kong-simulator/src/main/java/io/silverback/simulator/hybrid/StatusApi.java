package io.silverback.simulator.hybrid;

import io.silverback.simulator.entity.References;
import io.silverback.simulator.proxy.NodeFigures;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The status API of a data plane: its readiness, its hash, and the upstreams that it has. */
public final class StatusApi {
    private static final Map<String, String> DICTIONARIES =
            Map.of(
                    "kong", "5.00 MiB",
                    "kong_locks", "8.00 MiB",
                    "kong_healthchecks", "5.00 MiB",
                    "kong_cluster_events", "5.00 MiB",
                    "kong_rate_limiting_counters", "12.00 MiB",
                    "kong_core_db_cache", "128.00 MiB",
                    "kong_core_db_cache_miss", "12.00 MiB",
                    "kong_db_cache", "128.00 MiB",
                    "kong_db_cache_miss", "12.00 MiB",
                    "prometheus_metrics", "5.00 MiB");

    private final DataPlane plane;
    private final References references;

    /** The status API of one data plane. */
    public StatusApi(DataPlane plane) {
        this.plane = plane;
        this.references = new References(plane.database());
    }

    /** An answer of the status API. */
    public record StatusAnswer(int status, Document body) {
        static StatusAnswer notFound() {
            return new StatusAnswer(404, Document.of("message", "Not found"));
        }
    }

    /** What a GET of a path is answered. */
    public StatusAnswer answer(String path) {
        List<String> segments =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        if (segments.equals(List.of("status"))) {
            return new StatusAnswer(200, status());
        }
        if (segments.equals(List.of("status", "ready"))) {
            return ready();
        }
        boolean upstream = segments.size() >= 3 && segments.get(0).equals("upstreams");
        return upstream
                ? upstream(segments.get(1), segments.subList(2, segments.size()))
                : StatusAnswer.notFound();
    }

    /** What the data plane measures of itself. */
    public NodeFigures figures() {
        Document timers = Document.of("running", 38).with("pending", 1);
        return new NodeFigures(plane.id(), plane.options().version(), status(), timers);
    }

    private StatusAnswer ready() {
        return plane.isReady()
                ? new StatusAnswer(200, Document.of("message", "ready"))
                : new StatusAnswer(
                        503,
                        Document.of(
                                "message",
                                "no configuration available (empty configuration present)"));
    }

    private StatusAnswer upstream(String name, List<String> rest) {
        List<Document> targets = targets(name);
        if (targets == null) {
            return StatusAnswer.notFound();
        }
        Document page = Document.of("data", targets).with("next", null);
        if (rest.equals(List.of("health"))) {
            return new StatusAnswer(200, page.with("node_id", plane.id()));
        }
        boolean listed = rest.equals(List.of("targets")) || rest.equals(List.of("targets", "all"));
        return listed ? new StatusAnswer(200, page) : StatusAnswer.notFound();
    }

    private @Nullable List<Document> targets(String name) {
        Database database = plane.database();
        Row upstream =
                workspaces(database)
                        .map(id -> find(id, name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return upstream == null
                ? null
                : database
                        .table("targets", upstream.workspace())
                        .childrenOf("upstream", upstream.id())
                        .values()
                        .stream()
                        .map(Row::document)
                        .toList();
    }

    private @Nullable Row find(String workspace, String name) {
        return references.find(plane.database().catalogue().entity("upstreams"), workspace, name);
    }

    private static Stream<String> workspaces(Database database) {
        return database.tables("workspaces")
                .flatMap(table -> table.rows().values().stream())
                .map(Row::id);
    }

    private Document status() {
        Document dictionaries = new Document();
        DICTIONARIES.forEach(
                (name, capacity) ->
                        dictionaries.put(
                                name,
                                Document.of("capacity", capacity)
                                        .with("allocated_slabs", "0.06 MiB")));
        Document worker = Document.of("pid", 1).with("http_allocated_gc", "49.93 MiB");
        Document server = new Document();
        List.of("accepted", "active", "handled", "reading", "waiting", "writing")
                .forEach(state -> server.put("connections_" + state, 1));
        return Document.of("database", Document.of("reachable", true))
                .with(
                        "memory",
                        Document.of("lua_shared_dicts", dictionaries)
                                .with("workers_lua_vms", List.of(worker)))
                .with("server", server.with("total_requests", 1))
                .with("configuration_hash", plane.hash());
    }
}
