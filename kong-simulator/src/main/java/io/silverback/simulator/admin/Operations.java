package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Pages;
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

    Operations(Database database, Entities entities, Pages pages) {
        this.database = database;
        this.entities = entities;
        this.pages = pages;
    }

    AdminResponse onCollection(AdminRequest request, String workspace, EntityType type) {
        return switch (request.method()) {
            case "GET", "HEAD" ->
                    page(
                            request,
                            type,
                            database.table(type, workspace).rows(),
                            database.catalogue().rule("linkKeepsSize"));
            case "POST" -> created(entities.create(type, workspace, body(request, type)));
            case "OPTIONS" -> AdminResponse.options("GET, HEAD, OPTIONS, POST");
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    AdminResponse onChildren(AdminRequest request, Endpoint.Children children) {
        EntityType type = children.type();
        return switch (request.method()) {
            case "GET", "HEAD" -> page(request, type, listed(request, children), false);
            case "POST" -> posted(request, children);
            case "OPTIONS" -> AdminResponse.options("GET, HEAD, OPTIONS, POST");
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    private NavigableMap<String, Row> listed(AdminRequest request, Endpoint.Children children) {
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
                ? created(entities.create(type, parent.workspace(), body))
                : AdminResponse.of(200, entities.shown(type, entities.update(type, same, body)));
    }

    AdminResponse onOne(AdminRequest request, String workspace, Endpoint.One one) {
        return switch (request.method()) {
            case "GET", "HEAD" -> AdminResponse.of(200, entities.shown(one.type(), there(one)));
            case "PUT" ->
                    AdminResponse.of(200, entities.shown(one.type(), put(request, workspace, one)));
            case "PATCH" -> patch(request, one);
            case "DELETE" -> delete(one);
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
        Row row = one.row();
        String key = type.key();
        if (!Paths.isUuid(one.key()) && key != null) {
            body.put(key, one.key());
        }
        String id =
                row != null
                        ? row.id()
                        : Paths.isUuid(one.key()) ? one.key() : UUID.randomUUID().toString();
        return entities.upsert(type, parent == null ? workspace : parent.workspace(), id, body);
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

    private AdminResponse delete(Endpoint.One one) {
        Row row = one.row();
        if (row != null) {
            entities.delete(one.type(), row);
        }
        return AdminResponse.noContent();
    }

    private Document body(AdminRequest request, EntityType type) {
        Document body = Bodies.read(request, type.fields());
        String variant = type.variant();
        return variant == null ? body : Bodies.read(request, entities.fields(type, body));
    }

    private static AdminResponse created(Document entity) {
        return AdminResponse.of(201, entity);
    }

    private AdminResponse page(
            AdminRequest request,
            EntityType type,
            NavigableMap<String, Row> rows,
            boolean keepsSize) {
        return Links.page(request, pages.page(type, rows, request.query()), keepsSize);
    }
}
