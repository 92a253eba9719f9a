package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /rbac/users/{user}/roles}: which roles a user has. After Kong's documentation. */
final class Grants {
    private final Database database;
    private final Entities entities;

    Grants(Database database, Entities entities) {
        this.database = database;
        this.entities = entities;
    }

    /** The answer, or null when the path is another or the edition has no roles. */
    @Nullable AdminResponse answer(AdminRequest request, String workspace) {
        List<String> segments = request.segments();
        EntityType users = database.catalogue().find("rbac_users");
        if (users == null
                || segments.size() != 4
                || !String.join("/", segments.get(0), segments.get(1), segments.get(3))
                        .equals("rbac/users/roles")) {
            return null;
        }
        Row user = entities.references().find(users, workspace, segments.get(2));
        if (user == null) {
            throw Refusal.notFound();
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> AdminResponse.of(200, shown(users, user));
            case "POST" -> {
                named(request).forEach(role -> grant(user, role));
                yield AdminResponse.of(201, shown(users, user));
            }
            case "DELETE" -> {
                named(request).forEach(role -> revoke(user, role));
                yield AdminResponse.noContent();
            }
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    private List<String> named(AdminRequest request) {
        Object roles = Bodies.read(request, grants().fields()).get("roles");
        return Arrays.stream(String.valueOf(roles).split(",")).map(String::trim).toList();
    }

    private EntityType grants() {
        return database.catalogue().entity("rbac_user_roles");
    }

    private Row role(Row user, String name) {
        Row role =
                entities.references()
                        .find(database.catalogue().entity("rbac_roles"), user.workspace(), name);
        if (role == null) {
            throw Refusal.of(400, "role not found with name '" + name + "'");
        }
        return role;
    }

    private @Nullable Row granted(Row user, Row role) {
        return database
                .table(grants(), user.workspace())
                .childrenOf("user", user.id())
                .values()
                .stream()
                .filter(grant -> role.id().equals(grant.document().reference("role")))
                .findFirst()
                .orElse(null);
    }

    /** Gives a user a role, unless it has it already. */
    Row grant(Row user, String name) {
        Row role = role(user, name);
        if (granted(user, role) == null) {
            entities.create(
                    grants(),
                    user.workspace(),
                    Document.of("user", Document.of("id", user.id()))
                            .with("role", Document.of("id", role.id())));
        }
        return role;
    }

    private void revoke(Row user, String name) {
        Row grant = granted(user, role(user, name));
        if (grant != null) {
            entities.delete(grants(), grant);
        }
    }

    private Document shown(EntityType users, Row user) {
        EntityType roles = database.catalogue().entity("rbac_roles");
        List<Document> shown =
                database
                        .table(grants(), user.workspace())
                        .childrenOf("user", user.id())
                        .values()
                        .stream()
                        .map(grant -> grant.document().reference("role"))
                        .filter(Objects::nonNull)
                        .map(role -> entities.references().find(roles, user.workspace(), role))
                        .filter(Objects::nonNull)
                        .map(role -> entities.shown(roles, role))
                        .toList();
        return Document.of("roles", shown).with("user", entities.shown(users, user));
    }
}
