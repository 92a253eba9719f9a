package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Pages;
import io.silverback.simulator.entity.Refusal;
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
    private final @Nullable String token;

    /**
     * An Admin API on a database.
     *
     * @param token what {@code Kong-Admin-Token} must carry; null for no check
     */
    public AdminApi(Database database, Entities entities, Node node, @Nullable String token) {
        this.workspaces = new Workspaces(database, entities, node.enterprise());
        this.paths = new Paths(database.catalogue(), entities);
        this.operations = new Operations(database, entities, new Pages(database, entities));
        this.information = new Information(database, entities, paths, node);
        this.token = token;
    }

    /** The workspaces, for what is loaded at start. */
    public Workspaces workspaces() {
        return workspaces;
    }

    /** The answer to a request, with the headers that all have; refusals are answers too. */
    public AdminResponse answer(AdminRequest request) {
        return request.method().equals("TRACE")
                ? AdminResponse.page(405, "Not Allowed")
                : information.signed(judged(request));
    }

    private AdminResponse judged(AdminRequest request) {
        try {
            if (token != null && !token.equals(request.token())) {
                throw Refusal.of(
                        401, "Invalid RBAC credentials. Token or User credentials required");
            }
            return request.segments().isEmpty() ? information.root(request) : inWorkspace(request);
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
        Row named = workspaces.named(request.segments().get(0));
        if (named != null) {
            AdminRequest inner = request.withinWorkspace();
            return inner.segments().isEmpty() ? information.root(inner) : answer(inner, named.id());
        }
        return answer(request, workspaces.defaultId());
    }

    private AdminResponse answer(AdminRequest request, String workspace) {
        AdminResponse known = information.answer(request, workspace);
        if (known != null) {
            return known;
        }
        Endpoint endpoint = paths.find(workspace, request.segments());
        if (endpoint == null) {
            throw workspaces.unknown(request.segments(), paths);
        }
        if (endpoint instanceof Endpoint.Collection collection) {
            return operations.onCollection(request, workspace, collection.type());
        }
        if (endpoint instanceof Endpoint.Children children) {
            return operations.onChildren(request, children);
        }
        return operations.onOne(request, workspace, (Endpoint.One) endpoint);
    }
}
