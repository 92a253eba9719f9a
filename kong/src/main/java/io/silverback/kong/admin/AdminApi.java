package io.silverback.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApiException.Fault;
import io.silverback.kong.catalogue.Access;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The Admin API of one gateway, at its root or in one workspace. Failures are {@link
 * AdminApiException}.
 */
public final class AdminApi implements AutoCloseable {
    private final Exchange exchange;
    private final String prefix;
    private final Consumer<Attempt> watcher;

    private AdminApi(Exchange exchange, String prefix, Consumer<Attempt> watcher) {
        this.exchange = exchange;
        this.prefix = prefix;
        this.watcher = watcher;
    }

    /** The Admin API at its root; nothing is sent yet. */
    public static AdminApi open(Vertx vertx, AdminOptions options) {
        return new AdminApi(new Exchange(vertx, options), "", attempt -> {});
    }

    /** The same gateway in one workspace. */
    public AdminApi in(String workspace) {
        return new AdminApi(exchange, "/" + Access.escape(workspace), watcher);
    }

    /** The same gateway in no workspace. */
    public AdminApi atRoot() {
        return new AdminApi(exchange, "", watcher);
    }

    /** The same place, where each attempt to write is told to {@code watcher}. */
    public AdminApi watched(Consumer<Attempt> watcher) {
        return new AdminApi(exchange, prefix, watcher);
    }

    /** How many connections are kept to the gateway. */
    public int connections() {
        return exchange.options().connections();
    }

    /** The gateway's name. */
    public String gateway() {
        return exchange.options().gateway();
    }

    /** What the node says of itself. */
    public Uni<RootInfo> root() {
        return exchange.send(AdminRequest.get("/"))
                .map(
                        answer -> {
                            JsonNode root = answer.json();
                            if (!root.path("version").isTextual()) {
                                throw new AdminApiException(
                                        gateway(),
                                        answer.url(),
                                        Fault.NOT_JSON,
                                        answer.status(),
                                        "it is no Admin API of Kong");
                            }
                            return RootInfo.of(root);
                        });
    }

    /** Every path that the gateway has. */
    public Uni<Set<String>> endpoints() {
        return exchange.send(AdminRequest.get("/endpoints"))
                .map(
                        answer -> {
                            Set<String> paths = new HashSet<>();
                            answer.json().path("data").forEach(path -> paths.add(path.asText()));
                            return paths;
                        });
    }

    /** The names of all workspaces. */
    public Multi<String> workspaces() {
        return atRoot().list("/workspaces").map(row -> row.path("name").asText());
    }

    /** Whether there is a workspace of this name. */
    public Uni<Boolean> hasWorkspace(String name) {
        return atRoot().find("/workspaces/" + Access.escape(name)).map(Optional::isPresent);
    }

    /** Every row of a collection, page by page; a 404 is a failure, never "empty". */
    public Multi<ObjectNode> list(String path) {
        return list(path, "data");
    }

    /** The same of a collection whose rows stand in another field than {@code data}. */
    public Multi<ObjectNode> list(String path, String rows) {
        return Pages.of(exchange, prefix + path, rows);
    }

    /** One entity, if it is there. */
    public Uni<Optional<ObjectNode>> find(String path) {
        return exchange.send(AdminRequest.get(prefix + path))
                .map(answer -> answer.isMissing() ? Optional.empty() : Optional.of(object(answer)));
    }

    /** Creates or replaces by id; repeated after passing faults. */
    public Uni<ObjectNode> put(String path, ObjectNode body) {
        return send(HttpMethod.PUT, path, body, true);
    }

    /** Changes by id; repeated after passing faults. */
    public Uni<ObjectNode> patch(String path, ObjectNode body) {
        return send(HttpMethod.PATCH, path, body, true);
    }

    /** Creates; repeated only where it was surely not carried out. */
    public Uni<ObjectNode> post(String path, ObjectNode body) {
        return send(HttpMethod.POST, path, body, false);
    }

    /** Deletes by id; that it was not there is no failure. */
    public Uni<Void> delete(String path) {
        return exchange.send(
                        new AdminRequest(HttpMethod.DELETE, prefix + path, null, true), watcher)
                .invoke(AdminApi::checkDeleted)
                .replaceWithVoid();
    }

    /** Closes the connections of this gateway, in all its workspaces. */
    @Override
    public void close() {
        exchange.close();
    }

    private Uni<ObjectNode> send(
            HttpMethod method, String path, ObjectNode body, boolean repeatable) {
        return exchange.send(new AdminRequest(method, prefix + path, body, repeatable), watcher)
                .map(AdminApi::object);
    }

    private static void checkDeleted(Answer answer) {
        AdminApiException fault = answer.fault();
        if (fault != null && !answer.isMissing()) {
            throw fault;
        }
    }

    private static ObjectNode object(Answer answer) {
        if (answer.json() instanceof ObjectNode object) {
            return object;
        }
        throw new AdminApiException(
                answer.gateway(),
                answer.url(),
                Fault.NOT_JSON,
                answer.status(),
                "its JSON is no object");
    }

    @Override
    public String toString() {
        return gateway() + prefix;
    }
}
