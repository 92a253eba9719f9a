package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Pages;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.proxy.NodeFigures;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Overlay;
import io.silverback.simulator.schema.PluginType;
import io.silverback.simulator.schema.Resources;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is no entity: the node, its state, its endpoints, schemas, tags and counts. */
final class Information {
    private static final String NO_CONTROL_PLANE =
            "this endpoint is only available when Kong is configured to run as Control Plane for the cluster";
    private static final String NOT_DB_LESS =
            "this endpoint is only available when Kong is configured to not use a database";

    private final Database database;
    private final Entities entities;
    private final Paths paths;
    private final Node node;
    private final Configuration configuration;
    private final NodeProcess process;
    private final Tags tags;
    private final UpstreamHealth health;
    private final SchemaPaths schemas;

    Information(Database database, Entities entities, Paths paths, Node node) {
        this.configuration = new Configuration(node);
        this.process = new NodeProcess(node);
        this.tags = new Tags(database, new Pages(database, entities));
        this.health = new UpstreamHealth(database, entities, node, configuration);
        this.schemas = new SchemaPaths(database.catalogue(), entities);
        this.database = database;
        this.entities = entities;
        this.paths = paths;
        this.node = node;
    }

    /** The answer with the headers that every answer has. */
    AdminResponse signed(AdminResponse answer) {
        process.served();
        AdminResponse open = answer.with("Access-Control-Allow-Origin", "*");
        return node.isAtLeast(3, 4) ? open.with("Access-Control-Allow-Credentials", "true") : open;
    }

    NodeFigures figures() {
        return new NodeFigures(node.id(), node.version(), process.status(), process.timerCounts());
    }

    AdminResponse root() {
        Document root =
                Document.of(
                                "version",
                                node.enterprise()
                                        ? node.version() + ".0-enterprise-edition"
                                        : node.version())
                        .with("tagline", "Welcome to kong")
                        .with("hostname", node.name())
                        .with("node_id", node.id())
                        .with("lua_version", "LuaJIT 2.1.0-20220411")
                        .with("pids", process.pids())
                        .with("timers", process.timerCounts())
                        .with(
                                "configuration",
                                configuration.shown(database.catalogue().plugins().keySet()))
                        .with("plugins", plugins());
        if (node.enterprise()) {
            root.with("edition", "enterprise");
        }
        return AdminResponse.of(200, root);
    }

    private Document plugins() {
        Document onServer = new Document();
        database.catalogue()
                .plugins()
                .values()
                .forEach(plugin -> onServer.put(plugin.name(), shown(plugin)));
        List<String> enabled =
                database.tables("plugins")
                        .flatMap(table -> table.rows().values().stream())
                        .map(row -> String.valueOf(row.document().get("name")))
                        .distinct()
                        .sorted()
                        .toList();
        return Document.of("available_on_server", onServer).with("enabled_in_cluster", enabled);
    }

    private Object shown(PluginType plugin) {
        return process.describesPlugins()
                ? Document.of("version", process.versionOf(plugin.name(), node.version()))
                        .with("priority", plugin.rank())
                : (Object) true;
    }

    /** The answer, or null when the path is none of these. */
    @Nullable AdminResponse answer(AdminRequest request, String workspace) {
        List<String> segments = request.segments();
        return switch (segments.get(0)) {
            case "tags" -> tags.answer(request, workspace);
            case "cache" -> cache(request);
            case "config" -> throw Refusal.of(400, NOT_DB_LESS);
            case "clustering" -> clustering(segments);
            case "schemas" -> schemas.answer(request);
            default -> {
                Supplier<AdminResponse> shown = shown(segments, workspace);
                yield shown == null ? null : Methods.READ.of(request, shown);
            }
        };
    }

    /** What can only be read; null when the path is none of these. */
    private @Nullable Supplier<AdminResponse> shown(List<String> segments, String workspace) {
        String second = segments.size() > 1 ? segments.get(1) : "";
        return switch (shape(segments)) {
            case "status" -> () -> AdminResponse.of(200, process.status());
            case "timers" -> timers();
            case "endpoints" -> () -> AdminResponse.of(200, Document.of("data", endpoints()));
            case "plugins/enabled" -> this::enabledPlugins;
            case "upstreams/*/health" -> () -> health.answer(workspace, second);
            case "workspaces/*/meta" -> () -> meta(second);
            default -> null;
        };
    }

    /** A path with a star for a name in its middle. */
    private static String shape(List<String> segments) {
        return segments.size() == 3
                ? segments.get(0) + "/*/" + segments.get(2)
                : String.join("/", segments);
    }

    private @Nullable Supplier<AdminResponse> timers() {
        Document timers = process.timers();
        return timers == null ? null : () -> AdminResponse.of(200, timers);
    }

    private AdminResponse enabledPlugins() {
        return AdminResponse.of(
                200,
                Document.of(
                        "enabled_plugins", List.copyOf(database.catalogue().plugins().keySet())));
    }

    private List<String> endpoints() {
        Document declared =
                Overlay.of(node.version()).over("endpoints", Resources.read("endpoints.yaml"));
        TreeSet<String> all = new TreeSet<>(paths.all());
        declared.list("paths").forEach(path -> all.add(String.valueOf(path)));
        declared.list("with").forEach(path -> all.add(String.valueOf(path)));
        if (node.enterprise()) {
            declared.list("enterprise").forEach(path -> all.add(String.valueOf(path)));
        }
        declared.list("without").forEach(path -> all.remove(String.valueOf(path)));
        return List.copyOf(all);
    }

    private @Nullable AdminResponse clustering(List<String> segments) {
        List<Document> planes = node.cluster().dataPlanes();
        if (planes == null) {
            throw Refusal.of(400, NO_CONTROL_PLANE);
        }
        return switch (String.join("/", segments)) {
            case "clustering/data-planes" ->
                    AdminResponse.of(200, Document.of("data", planes).with("next", null));
            case "clustering/status" -> AdminResponse.of(200, node.cluster().status());
            default -> null;
        };
    }

    /** Nothing can be looked up in it, since what is cached has names of its own here. */
    private @Nullable AdminResponse cache(AdminRequest request) {
        return switch (request.segments().size()) {
            case 1 ->
                    Methods.DELETE.of(
                            request,
                            () -> {
                                node.cluster().purge();
                                return AdminResponse.noContent();
                            });
            case 2 -> Methods.READ_OR_DELETE.of(request, () -> cached(request));
            default -> null;
        };
    }

    private static AdminResponse cached(AdminRequest request) {
        if (request.method().equals("DELETE")) {
            return AdminResponse.noContent();
        }
        throw Refusal.notFound();
    }

    private AdminResponse meta(String workspace) {
        Row row =
                entities.references()
                        .find(database.catalogue().entity("workspaces"), "", workspace);
        if (row == null) {
            throw Refusal.notFound();
        }
        Document counts = new Document();
        database.catalogue().entities().stream()
                .filter(EntityType::workspaced)
                .forEach(
                        type ->
                                counts.put(
                                        type.name(), database.table(type, row.id()).rows().size()));
        return AdminResponse.of(200, Document.of("counts", counts));
    }
}
