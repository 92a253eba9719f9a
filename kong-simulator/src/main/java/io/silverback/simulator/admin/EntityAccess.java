package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Pages.Page;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for rights on single entities, shows of a list what may be read, and lets who creates an
 * entity own it, where a node enforces such rights. After Kong's documentation.
 */
final class EntityAccess {
    private static final String RIGHTS = "rbac_role_entities";
    private static final Set<String> ALL = Set.of("create", "read", "update", "delete");

    private final Rbac rbac;
    private final Grants grants;
    private final Database database;
    private final Entities entities;

    EntityAccess(Rbac rbac, Grants grants, Database database, Entities entities) {
        this.rbac = rbac;
        this.grants = grants;
        this.database = database;
        this.entities = entities;
    }

    /**
     * Refuses with 403 who has no right to what a path names, the parent included. To create an
     * entity below a parent takes the right to create on the parent; by PUT, the right to update
     * what is not there yet, which only a right to all or to a workspace gives.
     */
    void check(AdminRequest request, String workspace, Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Children children) {
            check(request, children.parent());
        } else if (endpoint instanceof Endpoint.One one) {
            Row parent = one.parent();
            if (parent != null) {
                check(request, parent);
            }
            Row row = one.row();
            if (row != null) {
                check(request, row);
            } else if (request.method().equals("PUT") || Paths.isUuid(one.key())) {
                rbac.checkEntity(request, one.key(), workspace);
            }
        }
    }

    private void check(AdminRequest request, Row row) {
        rbac.checkEntity(request, row.id(), row.workspace());
    }

    /** Of a page what may be read: it may be shorter than was asked for, and yet not the last. */
    Page narrowed(AdminRequest request, String workspace, Page page) {
        if (rbac.isFreeOfEntityRights(request)) {
            return page;
        }
        List<EntityRight> rights = rbac.rights(request);
        List<Document> readable =
                page.entities().stream()
                        .filter(entity -> isReadable(rights, entity, workspace))
                        .toList();
        return new Page(readable, page.next());
    }

    private static boolean isReadable(List<EntityRight> rights, Document entity, String workspace) {
        return EntityRight.allow(rights, String.valueOf(entity.get("id")), workspace, "read");
    }

    /** Gives who created an entity all rights to it, through the role that has the user's name. */
    void own(AdminRequest request, EntityType type, @Nullable Object id) {
        if (rbac.isFreeOfEntityRights(request) || !type.workspaced()) {
            return;
        }
        Row user = rbac.user(request);
        Document right =
                Document.of("role", Document.of("id", ownRole(user).id()))
                        .with("entity_id", id)
                        .with("entity_type", type.name())
                        .with("actions", List.copyOf(ALL));
        entities.create(database.catalogue().entity(RIGHTS), user.workspace(), right);
    }

    private Row ownRole(Row user) {
        EntityType roles = database.catalogue().entity("rbac_roles");
        String name = String.valueOf(user.document().get("name"));
        if (entities.references().find(roles, user.workspace(), name) == null) {
            entities.create(
                    roles, user.workspace(), Document.of("name", name).with("is_default", true));
        }
        return grants.grant(user, name);
    }

    /** Forgets the rights to an entity that was deleted. */
    void forget(AdminRequest request, Row deleted) {
        if (!rbac.isFreeOfEntityRights(request)) {
            List<Row> rights =
                    database.tables(RIGHTS)
                            .flatMap(table -> table.rows().values().stream())
                            .filter(row -> deleted.id().equals(row.document().get("entity_id")))
                            .toList();
            rights.forEach(row -> entities.delete(database.catalogue().entity(RIGHTS), row));
        }
    }
}
