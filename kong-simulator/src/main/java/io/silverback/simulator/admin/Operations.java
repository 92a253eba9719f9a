package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Pages;
import io.silverback.simulator.entity.Pages.Page;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            case "GET", "HEAD" -> page(request, type, database.table(type, workspace).rows(), true);
            case "POST" -> created(entities.create(type, workspace, body(request, type)));
            case "OPTIONS" -> AdminResponse.options("GET, HEAD, OPTIONS, POST");
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    AdminResponse onChildren(AdminRequest request, Endpoint.Children children) {
        EntityType type = children.type();
        Row parent = children.parent();
        return switch (request.method()) {
            case "GET", "HEAD" ->
                    page(
                            request,
                            type,
                            database.table(type, parent.workspace())
                                    .childrenOf(children.by().name(), parent.id()),
                            false);
            case "POST" ->
                    created(
                            entities.create(
                                    type,
                                    parent.workspace(),
                                    body(request, type)
                                            .with(
                                                    children.by().name(),
                                                    Document.of("id", parent.id()))));
            case "OPTIONS" -> AdminResponse.options("GET, HEAD, OPTIONS, POST");
            default -> throw Refusal.of(405, "Method not allowed");
        };
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
        if (!isUuid(one.key()) && key != null) {
            body.put(key, one.key());
        }
        String id =
                row != null
                        ? row.id()
                        : isUuid(one.key()) ? one.key() : UUID.randomUUID().toString();
        return entities.upsert(type, parent == null ? workspace : parent.workspace(), id, body);
    }

    private AdminResponse patch(AdminRequest request, Endpoint.One one) {
        Row row = one.row();
        if (row == null) {
            String key = one.type().key();
            throw Refusal.noEntity(isUuid(one.key()) || key == null ? "id" : key, one.key());
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

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
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
        Page page = pages.page(type, rows, request.query());
        Document answer = Document.of("data", page.entities());
        String offset = page.next();
        answer.put("next", offset == null ? null : link(request, offset, keepsSize));
        if (offset != null) {
            answer.put("offset", offset);
        }
        return AdminResponse.of(200, answer);
    }

    /** The link to the next page; below a parent Kong forgets the size. */
    private static String link(AdminRequest request, @Nullable String offset, boolean keepsSize) {
        String others =
                request.query().entrySet().stream()
                        .filter(
                                pair ->
                                        !pair.getKey().equals("offset")
                                                && (keepsSize || !pair.getKey().equals("size")))
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(pair -> "&" + pair.getKey() + "=" + escaped(pair.getValue()))
                        .collect(Collectors.joining());
        return request.path() + "?offset=" + escaped(String.valueOf(offset)) + others;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
