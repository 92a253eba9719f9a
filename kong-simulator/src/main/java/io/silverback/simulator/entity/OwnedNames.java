package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.EntityType.Names;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entities that are shown, and may be given, as names in a member of another: the SNIs of a
 * certificate.
 */
final class OwnedNames {
    private final Database database;
    private final Entities entities;

    OwnedNames(Database database, Entities entities) {
        this.database = database;
        this.entities = entities;
    }

    /** Takes the names out of what a client sent; null when it sent none. */
    @Nullable List<?> take(EntityType type, Document input) {
        Names names = type.names();
        Object given = names == null ? null : input.remove(names.member());
        return given instanceof List<?> list ? list : null;
    }

    /** Refuses names that belong to another. */
    void check(EntityType type, @Nullable List<?> given, @Nullable String id) {
        Names names = type.names();
        if (names == null || given == null) {
            return;
        }
        Field by = by(type, names);
        for (Object name : given) {
            String owner = owner(names, by, text(name));
            if (owner != null && !owner.equals(id)) {
                throw Refusal.schema(
                        Document.of(
                                names.member(),
                                text(name)
                                        + " already associated with existing certificate '"
                                        + owner
                                        + "'"));
            }
        }
    }

    private @Nullable String owner(Names names, Field by, String name) {
        return database.tables(names.entity())
                .map(table -> table.find("name", name))
                .filter(row -> row != null)
                .map(row -> row.document().reference(by.name()))
                .filter(owner -> owner != null)
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable Object name) {
        return name instanceof Map<?, ?> map
                ? String.valueOf(map.get("name"))
                : String.valueOf(name);
    }

    /** Makes the names of an entity those given: others go, new ones get new ids. */
    void set(EntityType type, Row row, @Nullable List<?> given) {
        Names names = type.names();
        if (names == null || given == null) {
            return;
        }
        EntityType owned = database.catalogue().entity(names.entity());
        Field by = by(type, names);
        List<String> wanted = given.stream().map(OwnedNames::text).toList();
        for (Row old : List.copyOf(children(owned, by, row))) {
            if (!wanted.contains(String.valueOf(old.document().get("name")))) {
                entities.delete(owned, old);
            }
        }
        for (Object name : given) {
            if (owner(names, by, text(name)) == null) {
                entities.insert(
                        owned, row.workspace(), child(name, by, row), Entities.SecretForm.PLAIN);
            }
        }
    }

    private static Document child(Object name, Field by, Row row) {
        Document child =
                name instanceof Map<?, ?> map ? Document.of(map) : Document.of("name", name);
        return child.with(by.name(), Document.of("id", row.id()));
    }

    /** The entity with its names. */
    Document shown(EntityType type, Row row, Document document) {
        Names names = type.names();
        if (names == null) {
            return document;
        }
        EntityType owned = database.catalogue().entity(names.entity());
        List<String> shown =
                children(owned, by(type, names), row).stream()
                        .map(child -> String.valueOf(child.document().get("name")))
                        .sorted()
                        .toList();
        return Document.of(document).with(names.member(), shown);
    }

    private Collection<Row> children(EntityType owned, Field by, Row row) {
        return database.table(owned, row.workspace()).childrenOf(by.name(), row.id()).values();
    }

    private Field by(EntityType type, Names names) {
        Field by = database.catalogue().entity(names.entity()).foreignTo(type.name());
        if (by == null) {
            throw new IllegalStateException(names.entity() + " does not refer to " + type.name());
        }
        return by;
    }
}
