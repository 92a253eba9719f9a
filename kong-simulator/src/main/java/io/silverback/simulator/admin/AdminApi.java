package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Pages;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.proxy.NodeFigures;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.DatabaseFailure;
import io.silverback.simulator.store.Row;
import org.jspecify.annotations.Nullable;

/** Answers Admin API requests. To be used by one thread. */
public final class AdminApi {
    private final Workspaces workspaces;
    private final Paths paths;
    private final Information information;
    private final Operations operations;
    private final Rbac rbac;
    private final EntityAccess access;
    private final Grants grants;
    private final ConsumerGroups groups;
    private final @Nullable Keyring keyring;
    private final AuditLog audit;

    /**
     * An Admin API on a database.
     *
     * @param token what {@code Kong-Admin-Token} must carry to do everything; null for no check
     */
    public AdminApi(Database database, Entities entities, Node node, @Nullable String token) {
        this.workspaces = new Workspaces(database, entities, node.enterprise());
        this.paths = new Paths(database.catalogue(), entities);
        this.information = new Information(database, entities, paths, node);
        this.rbac = new Rbac(database, token, Enforcement.of(node.settings()));
        this.keyring = node.enterprise() ? new Keyring() : null;
        this.audit = new AuditLog(database, entities, node, rbac);
        this.grants = new Grants(database, entities);
        this.access = new EntityAccess(rbac, grants, database, entities);
        Pages pages = new Pages(database, entities);
        this.operations = new Operations(database, entities, pages, access);
        this.groups = new ConsumerGroups(database, entities);
    }

    /** The workspaces, for what is loaded at start. */
    public Workspaces workspaces() {
        return workspaces;
    }

    /** What the node measures of itself. */
    public NodeFigures figures() {
        return information.figures();
    }

    /** The answer to a request, with the headers that all have; refusals are answers too. */
    public AdminResponse answer(AdminRequest request) {
        if (request.method().equals("TRACE")) {
            return AdminResponse.page(405, "Not Allowed");
        }
        AdminResponse answer = information.signed(judged(request));
        audit.note(request, answer);
        return answer;
    }

    private AdminResponse judged(AdminRequest request) {
        try {
            return inWorkspace(request);
        } catch (Refusal refusal) {
            String title = refusal.title();
            return title == null
                    ? AdminResponse.of(refusal.status(), refusal.body())
                    : AdminResponse.page(refusal.status(), title);
        } catch (DatabaseFailure failure) {
            return AdminResponse.failed(request.segments().isEmpty());
        }
    }

    private AdminResponse inWorkspace(AdminRequest request) {
        Row named =
                request.segments().isEmpty() ? null : workspaces.named(request.segments().get(0));
        AdminRequest inner = named == null ? request : request.withinWorkspace();
        rbac.check(
                inner,
                named == null ? Workspaces.DEFAULT : String.valueOf(named.document().get("name")));
        if (inner.segments().isEmpty()) {
            return Methods.READ.of(inner, information::root);
        }
        return answer(inner, named == null ? workspaces.defaultId() : named.id());
    }

    private AdminResponse answer(AdminRequest request, String workspace) {
        AdminResponse known = special(request, workspace);
        return known == null ? onEntities(request, workspace) : known;
    }

    /** The answer of what is more than an entity, or null. */
    private @Nullable AdminResponse special(AdminRequest request, String workspace) {
        AdminResponse key = keyring == null ? null : keyring.answer(request);
        AdminResponse grant = key == null ? grants.answer(request, workspace) : key;
        AdminResponse group = grant == null ? groups.answer(request, workspace) : grant;
        return group == null ? information.answer(request, workspace) : group;
    }

    private AdminResponse onEntities(AdminRequest request, String workspace) {
        Endpoint endpoint = paths.find(workspace, request.segments());
        if (endpoint == null) {
            throw workspaces.unknown(request.segments(), paths);
        }
        access.check(request, workspace, endpoint);
        if (endpoint instanceof Endpoint.Collection collection) {
            return operations.onCollection(request, workspace, collection.type());
        }
        if (endpoint instanceof Endpoint.Children children) {
            return operations.onChildren(request, children);
        }
        return operations.onOne(request, workspace, (Endpoint.One) endpoint);
    }
}
