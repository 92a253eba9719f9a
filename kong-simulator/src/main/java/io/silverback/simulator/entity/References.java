package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds entities by id or key, resolves references and guards what is referred to. */
public final class References {
    private final Database database;

    /** For the entities of one database. */
    public References(Database database) {
        this.database = database;
    }

    /** The row with that id or key in a workspace, or null. */
    public @Nullable Row find(EntityType type, String workspace, String idOrKey) {
        Table table = database.table(type, workspace);
        Row row = table.get(idOrKey);
        if (row != null) {
            return row;
        }
        String key = type.key();
        if (key != null && !type.keyOnlyNested()) {
            return table.find(key, idOrKey);
        }
        EntityType.KeyThrough through = type.keyThrough();
        if (through == null) {
            return null;
        }
        Row other = find(database.catalogue().entity(through.entity()), workspace, idOrKey);
        String id = other == null ? null : other.document().reference(through.field());
        return id == null ? null : table.get(id);
    }

    /** The child of a parent with that id or key, or null. */
    public @Nullable Row find(EntityType type, Row parent, Field by, String idOrKey) {
        Table table = database.table(type, parent.workspace());
        Row row = table.get(idOrKey);
        if (row == null && type.key() != null) {
            row = byKey(table, type, by, parent, idOrKey);
        }
        return row != null && parent.id().equals(row.document().reference(by.name())) ? row : null;
    }

    private static @Nullable Row byKey(
            Table table, EntityType type, Field by, Row parent, String key) {
        String field = String.valueOf(type.key());
        Row unique = table.find(field, key);
        if (unique != null) {
            return unique;
        }
        return table.childrenOf(by.name(), parent.id()).values().stream()
                .filter(row -> key.equals(row.document().get(field)))
                .findFirst()
                .orElse(null);
    }

    /** Puts ids in place of references by name and refuses those that lead nowhere. */
    void resolve(EntityType type, String workspace, Document entity) {
        type.foreignFields()
                .forEach(
                        field -> {
                            if (entity.get(field.name()) instanceof Map<?, ?> reference
                                    && !reference.isEmpty()) {
                                entity.put(
                                        field.name(),
                                        Document.of("id", resolved(field, workspace, reference)));
                            }
                        });
    }

    private String resolved(Field field, String workspace, Map<?, ?> reference) {
        Object key = reference.values().iterator().next();
        EntityType target = database.catalogue().entity(field.reference());
        Object id = reference.get("id");
        Row row =
                id instanceof String text
                        ? database.table(target, workspace).get(text)
                        : find(target, workspace, String.valueOf(key));
        if (row == null) {
            throw Refusal.foreignKey(field.name(), field.reference(), reference);
        }
        return row.id();
    }

    /** Refuses when an entity that does not go with this one refers to it. */
    void guard(EntityType type, Row row) {
        database.catalogue()
                .referringTo(type.name())
                .filter(other -> !type.owned().contains(other.name()))
                .forEach(other -> guard(type, row, other));
    }

    private void guard(EntityType type, Row row, EntityType other) {
        other.foreignFields()
                .filter(field -> field.reference().equals(type.name()) && !field.cascade())
                .filter(
                        field ->
                                !database.table(other, row.workspace())
                                        .childrenOf(field.name(), row.id())
                                        .isEmpty())
                .findFirst()
                .ifPresent(
                        field -> {
                            throw Refusal.referenced(type.name(), other.name());
                        });
    }
}
