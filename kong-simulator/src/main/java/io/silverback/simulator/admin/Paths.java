package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns paths into endpoints, by the descriptors alone. */
final class Paths {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Catalogue catalogue;
    private final Entities entities;
    private final List<Top> tops;

    /** An entity that has a path of its own, by the segments of that path. */
    private record Top(EntityType type, List<String> segments) {
        boolean begins(List<String> path) {
            return path.size() >= segments.size()
                    && path.subList(0, segments.size()).equals(segments);
        }
    }

    Paths(Catalogue catalogue, Entities entities) {
        this.catalogue = catalogue;
        this.entities = entities;
        this.tops =
                catalogue.entities().stream()
                        .filter(EntityType::top)
                        .map(type -> new Top(type, List.of(type.path().split("/"))))
                        .toList();
    }

    /** The endpoint, or null when the path leads nowhere. */
    @Nullable Endpoint find(String workspace, List<String> segments) {
        for (Top top : tops) {
            if (top.begins(segments)) {
                int length = top.segments().size();
                return below(workspace, top.type(), segments.subList(length, segments.size()));
            }
        }
        return null;
    }

    private @Nullable Endpoint below(String workspace, EntityType type, List<String> rest) {
        if (rest.isEmpty()) {
            return new Endpoint.Collection(type);
        }
        if (type.key() == null && type.keyThrough() == null && !isUuid(rest.get(0))) {
            throw Refusal.noId();
        }
        Row row = entities.references().find(type, workspace, rest.get(0));
        Row living = row != null && entities.isAlive(row) ? row : null;
        if (rest.size() == 1) {
            return new Endpoint.One(type, rest.get(0), living, null, null);
        }
        return living == null ? null : nested(type, living, rest.subList(1, rest.size()));
    }

    private @Nullable Endpoint nested(EntityType type, Row row, List<String> rest) {
        Field up = type.fields().get(rest.get(0));
        if (up != null && up.isForeign() && rest.size() == 1) {
            return parent(row, up);
        }
        EntityType child = child(type, rest.get(0));
        Field by = child == null ? null : child.foreignTo(type.name());
        if (child == null || by == null || rest.size() > 2) {
            return null;
        }
        if (rest.size() == 1 || rest.get(1).equals("all")) {
            return new Endpoint.Children(child, by, row);
        }
        Row found = entities.references().find(child, row, by, rest.get(1));
        return new Endpoint.One(
                child,
                rest.get(1),
                found != null && entities.isAlive(found) ? found : null,
                by,
                row);
    }

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    private Endpoint parent(Row row, Field up) {
        EntityType type = catalogue.entity(up.reference());
        String id = row.document().reference(up.name());
        Row parent = id == null ? null : entities.references().find(type, row.workspace(), id);
        return new Endpoint.One(type, String.valueOf(id), parent, null, null);
    }

    private @Nullable EntityType child(EntityType parent, String segment) {
        return catalogue
                .referringTo(parent.name())
                .filter(type -> type.nested().equals(segment))
                .findFirst()
                .orElse(null);
    }

    /** All paths, as {@code GET /endpoints} lists them. */
    List<String> all() {
        TreeSet<String> paths = new TreeSet<>();
        catalogue.entities().forEach(type -> addOf(type, paths));
        return new ArrayList<>(paths);
    }

    private void addOf(EntityType type, Set<String> paths) {
        if (type.top()) {
            paths.add("/" + type.path());
            paths.add(one(type));
            type.foreignFields().forEach(field -> paths.add(one(type) + "/" + field.name()));
        }
        if (!type.nested().isEmpty()) {
            type.foreignFields()
                    .map(field -> one(catalogue.entity(field.reference())) + "/" + type.nested())
                    .flatMap(path -> Stream.of(path, path + "/{" + type.name() + "}"))
                    .forEach(paths::add);
        }
    }

    private static String one(EntityType type) {
        return "/" + type.path() + "/{" + type.name() + "}";
    }
}
