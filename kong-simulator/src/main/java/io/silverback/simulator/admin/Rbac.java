package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for a token and for the right to what is requested. */
final class Rbac {
    private final Database database;
    private final @Nullable String superToken;

    /**
     * Guards a database.
     *
     * @param superToken may do everything; null when no token is asked for
     */
    Rbac(Database database, @Nullable String superToken) {
        this.database = database;
        this.superToken = superToken;
    }

    /** Refuses with 401 an unknown token, with 403 one without the right. */
    void check(AdminRequest request, String workspace) {
        String token = request.token();
        if (superToken == null || superToken.equals(token)) {
            return;
        }
        Row user = token == null ? null : user(token);
        if (user == null) {
            throw Refusal.of(401, "Invalid RBAC credentials. Token or User credentials required");
        }
        String action = action(request.method());
        if (!Permission.allow(permissions(user), workspace, path(request), action)) {
            throw Refusal.of(
                    403,
                    user.document().text("name")
                            + ", you do not have permissions to "
                            + action
                            + " this resource");
        }
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

    private List<Permission> permissions(Row user) {
        return database.tables("rbac_user_roles")
                .flatMap(table -> table.childrenOf("user", user.id()).values().stream())
                .map(grant -> grant.document().reference("role"))
                .filter(Objects::nonNull)
                .flatMap(this::permissions)
                .toList();
    }

    private Stream<Permission> permissions(String role) {
        return database.tables("rbac_role_endpoints")
                .flatMap(table -> table.childrenOf("role", role).values().stream())
                .map(Row::document)
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
