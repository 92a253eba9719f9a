package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Members of consumer groups and what the groups override of a plugin. After Kong's documentation.
 */
final class ConsumerGroups {
    private final Database database;
    private final Entities entities;

    ConsumerGroups(Database database, Entities entities) {
        this.database = database;
        this.entities = entities;
    }

    /** The answer, or null when the path is another or the edition has no groups. */
    @Nullable AdminResponse answer(AdminRequest request, String workspace) {
        List<String> segments = request.segments();
        EntityType groups = database.catalogue().find("consumer_groups");
        if (groups == null || segments.size() < 3 || !segments.get(0).equals(groups.path())) {
            return null;
        }
        Row group = entities.references().find(groups, workspace, segments.get(1));
        if (group == null) {
            throw Refusal.notFound();
        }
        if (segments.get(2).equals("consumers")) {
            return segments.size() == 3
                    ? members(request, group)
                    : member(request, group, segments.get(3));
        }
        return segments.size() == 5 && segments.get(2).equals("overrides")
                ? override(request, group, segments.get(4))
                : null;
    }

    private AdminResponse members(AdminRequest request, Row group) {
        return switch (request.method()) {
            case "GET", "HEAD" -> AdminResponse.of(200, Document.of("consumers", consumers(group)));
            case "POST" -> {
                Object name = Bodies.read(request, type("consumers").fields()).get("consumer");
                add(group, consumer(group, String.valueOf(name)));
                yield AdminResponse.of(
                        201,
                        Document.of("consumer_group", group.document())
                                .with("consumers", consumers(group)));
            }
            case "DELETE" -> {
                List.copyOf(rows("consumer_group_consumers", group))
                        .forEach(row -> entities.delete(type("consumer_group_consumers"), row));
                yield AdminResponse.noContent();
            }
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    private AdminResponse member(AdminRequest request, Row group, String name) {
        Row consumer = consumer(group, name);
        Row membership =
                rows("consumer_group_consumers", group).stream()
                        .filter(row -> consumer.id().equals(row.document().reference("consumer")))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        if (request.method().equals("DELETE")) {
            entities.delete(type("consumer_group_consumers"), membership);
            return AdminResponse.noContent();
        }
        return AdminResponse.of(200, Document.of("consumer", consumer.document()));
    }

    private AdminResponse override(AdminRequest request, Row group, String plugin) {
        EntityType type = type("consumer_group_plugins");
        Row old =
                rows(type.name(), group).stream()
                        .filter(row -> plugin.equals(row.document().text("name")))
                        .findFirst()
                        .orElse(null);
        return switch (request.method()) {
            case "PUT", "POST" -> overridden(request, group, plugin, old);
            case "DELETE" -> {
                if (old != null) {
                    entities.delete(type, old);
                }
                yield AdminResponse.noContent();
            }
            default -> throw Refusal.of(405, "Method not allowed");
        };
    }

    private AdminResponse overridden(
            AdminRequest request, Row group, String plugin, @Nullable Row old) {
        EntityType type = type("consumer_group_plugins");
        Document config = Bodies.read(request, type.fields()).document("config");
        Document given =
                Document.of("config", config)
                        .with("name", plugin)
                        .with("consumer_group", Document.of("id", group.id()));
        if (old == null) {
            entities.create(type, group.workspace(), given);
        } else {
            entities.update(type, old, given);
        }
        return AdminResponse.of(
                201,
                Document.of("config", config)
                        .with("group", group.document().get("name"))
                        .with("plugin", plugin));
    }

    private void add(Row group, Row consumer) {
        entities.create(
                type("consumer_group_consumers"),
                group.workspace(),
                Document.of("consumer_group", Document.of("id", group.id()))
                        .with("consumer", Document.of("id", consumer.id())));
    }

    private Row consumer(Row group, String name) {
        Row consumer = entities.references().find(type("consumers"), group.workspace(), name);
        if (consumer == null) {
            throw Refusal.notFound();
        }
        return consumer;
    }

    private List<Document> consumers(Row group) {
        return rows("consumer_group_consumers", group).stream()
                .map(row -> row.document().reference("consumer"))
                .filter(Objects::nonNull)
                .map(id -> consumer(group, id).document())
                .toList();
    }

    private Collection<Row> rows(String entity, Row group) {
        return database.table(type(entity), group.workspace())
                .childrenOf("consumer_group", group.id())
                .values();
    }

    private EntityType type(String name) {
        return database.catalogue().entity(name);
    }
}
