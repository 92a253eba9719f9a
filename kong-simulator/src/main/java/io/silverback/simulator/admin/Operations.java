package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Pages;
import io.silverback.simulator.entity.Pages.Page;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.NavigableMap;
import java.util.UUID;

/** The methods on collections, children and single entities. */
final class Operations {
    private final Database database;
    private final Entities entities;
    private final Pages pages;
    private final EntityAccess access;

    Operations(Database database, Entities entities, Pages pages, EntityAccess access) {
        this.access = access;
        this.database = database;
        this.entities = entities;
        this.pages = pages;
    }

    AdminResponse onCollection(AdminRequest request, String workspace, EntityType type) {
        return switch (request.method()) {
            case "GET", "HEAD" -> listed(request, workspace, type);
            case "POST" ->
                    created(request, type, entities.create(type, workspace, body(request, type)));
            case "OPTIONS" -> AdminResponse.options("GET, HEAD, OPTIONS, POST");
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    private AdminResponse listed(AdminRequest request, String workspace, EntityType type) {
        NavigableMap<String, Row> rows = database.table(type, workspace).rows();
        Page page = pages.page(type, rows, request.query());
        return Links.page(
                request,
                access.narrowed(request, workspace, page),
                database.catalogue().rule("linkKeepsSize"));
    }

    AdminResponse onChildren(AdminRequest request, Endpoint.Children children) {
        return switch (request.method()) {
            case "GET", "HEAD" -> listed(request, children);
            case "POST" -> posted(request, children);
            case "OPTIONS" -> AdminResponse.options("GET, HEAD, OPTIONS, POST");
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    private AdminResponse listed(AdminRequest request, Endpoint.Children children) {
        Page page = pages.page(children.type(), rows(request, children), request.query());
        String workspace = children.parent().workspace();
        return Links.page(request, access.narrowed(request, workspace, page), false);
    }

    private NavigableMap<String, Row> rows(AdminRequest request, Endpoint.Children children) {
        Row parent = children.parent();
        NavigableMap<String, Row> rows =
                database.table(children.type(), parent.workspace())
                        .childrenOf(children.by().name(), parent.id());
        boolean all = request.segments().get(request.segments().size() - 1).equals("all");
        return children.type().newestFirst() && !all ? NewestFirst.of(rows) : rows;
    }

    private AdminResponse posted(AdminRequest request, Endpoint.Children children) {
        EntityType type = children.type();
        Row parent = children.parent();
        String by = children.by().name();
        Document body = body(request, type).with(by, Document.of("id", parent.id()));
        String key = type.key();
        Row same =
                type.postReplaces() && key != null && body.text(key) != null
                        ? entities.references()
                                .find(type, parent, children.by(), String.valueOf(body.get(key)))
                        : null;
        return same == null
                ? created(request, type, entities.create(type, parent.workspace(), body))
                : AdminResponse.of(200, entities.shown(type, entities.update(type, same, body)));
    }

    AdminResponse onOne(AdminRequest request, String workspace, Endpoint.One one) {
        return switch (request.method()) {
            case "GET", "HEAD" -> AdminResponse.of(200, entities.shown(one.type(), there(one)));
            case "PUT" ->
                    AdminResponse.of(200, entities.shown(one.type(), put(request, workspace, one)));
            case "PATCH" -> patch(request, one);
            case "DELETE" -> delete(request, one);
            case "OPTIONS" -> AdminResponse.options("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    private static Row there(Endpoint.One one) {
        Row row = one.row();
        if (row == null) {
            throw Refusal.notFound();
        }
        return row;
    }

    private Row put(AdminRequest request, String workspace, Endpoint.One one) {
        EntityType type = one.type();
        Document body = body(request, type);
        Row parent = one.parent();
        if (one.by() != null && parent != null) {
            body.put(one.by().name(), Document.of("id", parent.id()));
        }
        if (!type.upsert()) {
            return entities.update(type, there(one), body);
        }
        String key = type.key();
        if (!Paths.isUuid(one.key()) && key != null) {
            body.put(key, one.key());
        }
        String within = parent == null ? workspace : parent.workspace();
        Row old = one.row();
        if (old != null) {
            return entities.upsert(type, within, old.id(), body);
        }
        String id = Paths.isUuid(one.key()) ? one.key() : UUID.randomUUID().toString();
        Row row = entities.upsert(type, within, id, body);
        access.own(request, type, row.id());
        return row;
    }

    private AdminResponse patch(AdminRequest request, Endpoint.One one) {
        Row row = one.row();
        if (row == null) {
            String key = one.type().key();
            throw Refusal.noEntity(Paths.isUuid(one.key()) || key == null ? "id" : key, one.key());
        }
        return AdminResponse.of(
                200,
                entities.shown(
                        one.type(), entities.update(one.type(), row, body(request, one.type()))));
    }

    private AdminResponse delete(AdminRequest request, Endpoint.One one) {
        Row row = one.row();
        if (row != null) {
            entities.delete(one.type(), row);
            access.forget(request, row);
        }
        return AdminResponse.noContent();
    }

    private Document body(AdminRequest request, EntityType type) {
        Document body = Bodies.read(request, type.fields());
        String variant = type.variant();
        return variant == null ? body : Bodies.read(request, entities.fields(type, body));
    }

    private AdminResponse created(AdminRequest request, EntityType type, Document entity) {
        access.own(request, type, entity.get("id"));
        return AdminResponse.of(201, entity);
    }
}
