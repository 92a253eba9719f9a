package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for a token and for the right to what is requested. */
final class Rbac {
    private final Database database;
    private final @Nullable String superToken;
    private final Enforcement enforcement;

    /**
     * Guards a database.
     *
     * @param superToken may do everything; null when no token is asked for
     */
    Rbac(Database database, @Nullable String superToken, Enforcement enforcement) {
        this.database = database;
        this.superToken = superToken;
        this.enforcement = enforcement;
    }

    /** Refuses with 401 an unknown token, with 403 one without the right to the endpoint. */
    void check(AdminRequest request, String workspace) {
        if (isFree(request)) {
            return;
        }
        Row user = user(request);
        String action = action(request.method());
        if (enforcement.ofEndpoints()
                && !Permission.allow(permissions(user), workspace, path(request), action)) {
            throw refusal(user, action);
        }
    }

    /** Refuses with 403 a user without the right to an entity, where such rights are asked for. */
    void checkEntity(AdminRequest request, String id, String workspace) {
        if (isFreeOfEntityRights(request)) {
            return;
        }
        String action = action(request.method());
        if (!EntityRight.allow(rights(request), id, workspace, action)) {
            throw refusal(user(request), action);
        }
    }

    /** Whether a request needs no right to the entities that it is about. */
    boolean isFreeOfEntityRights(AdminRequest request) {
        return isFree(request) || !enforcement.ofEntities();
    }

    private boolean isFree(AdminRequest request) {
        return superToken == null || superToken.equals(request.token());
    }

    private static Refusal refusal(Row user, String action) {
        return Refusal.of(
                403,
                user.document().text("name")
                        + ", you do not have permissions to "
                        + action
                        + " this resource");
    }

    private static String path(AdminRequest request) {
        return "/" + String.join("/", request.segments());
    }

    private static String action(String method) {
        return switch (method) {
            case "POST" -> "create";
            case "PUT", "PATCH" -> "update";
            case "DELETE" -> "delete";
            default -> "read";
        };
    }

    /** The id of the user whose token a request carries, or null. */
    @Nullable String userId(AdminRequest request) {
        String token = request.token();
        Row user = token == null || isFree(request) ? null : user(token);
        return user == null ? null : user.id();
    }

    /** The user whose token a request carries; refuses with 401 a token that nobody has. */
    Row user(AdminRequest request) {
        String token = request.token();
        Row user = token == null ? null : user(token);
        if (user == null) {
            throw Refusal.of(401, "Invalid RBAC credentials. Token or User credentials required");
        }
        return user;
    }

    private @Nullable Row user(String token) {
        if (database.catalogue().find("rbac_users") == null) {
            return null;
        }
        return database.tables("rbac_users")
                .flatMap(table -> table.rows().values().stream())
                .filter(row -> row.document().isTrue("enabled"))
                .filter(row -> Secrets.isTokenOf(token, row.document().text("user_token")))
                .findFirst()
                .orElse(null);
    }

    private List<String> roles(Row user) {
        List<String> roles = new ArrayList<>();
        database.tables("rbac_user_roles")
                .flatMap(table -> table.childrenOf("user", user.id()).values().stream())
                .forEach(
                        grant -> {
                            String role = grant.document().reference("role");
                            if (role != null) {
                                roles.add(role);
                            }
                        });
        return roles;
    }

    private List<Permission> permissions(Row user) {
        return roles(user).stream().flatMap(this::permissions).toList();
    }

    /** What the user of a request may do to entities. */
    List<EntityRight> rights(AdminRequest request) {
        return roles(user(request)).stream()
                .flatMap(
                        role ->
                                database.tables("rbac_role_entities")
                                        .flatMap(table -> ofRole(table, role)))
                .map(
                        right ->
                                new EntityRight(
                                        String.valueOf(right.get("entity_id")),
                                        actions(right),
                                        right.isTrue("negative")))
                .toList();
    }

    private static Stream<Document> ofRole(Table table, String role) {
        return table.childrenOf("role", role).values().stream().map(Row::document);
    }

    private Stream<Permission> permissions(String role) {
        return database.tables("rbac_role_endpoints")
                .flatMap(table -> ofRole(table, role))
                .map(
                        right ->
                                new Permission(
                                        String.valueOf(right.get("workspace")),
                                        String.valueOf(right.get("endpoint")),
                                        actions(right),
                                        right.isTrue("negative")));
    }

    private static Set<String> actions(Document right) {
        return right.list("actions").stream()
                .flatMap(action -> Arrays.stream(String.valueOf(action).split(",")))
                .map(String::trim)
                .collect(Collectors.toSet());
    }
}
