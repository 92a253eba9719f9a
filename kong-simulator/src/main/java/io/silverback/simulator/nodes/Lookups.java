package io.silverback.simulator.nodes;

import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a node has looked up of one entity, found or not: it stays until it is told otherwise. Any
 * thread may call it.
 */
final class Lookups {
    private static final int LARGEST = 1_000_000;
    private static final String ID = "id";

    private final Map<Key, Optional<Row>> rows = new ConcurrentHashMap<>();
    private final Map<Key, NavigableMap<String, Row>> lists = new ConcurrentHashMap<>();

    /** A value by which rows were looked up. */
    private record Key(String workspace, String fields, Object value) {}

    @Nullable Row byId(String workspace, String id, Supplier<@Nullable Row> read) {
        return by(workspace, ID, id, read);
    }

    @Nullable Row by(String workspace, String fields, Object value, Supplier<@Nullable Row> read) {
        if (rows.size() > LARGEST) {
            rows.clear();
        }
        return rows.computeIfAbsent(
                        new Key(workspace, fields, value), key -> Optional.ofNullable(read.get()))
                .orElse(null);
    }

    NavigableMap<String, Row> children(
            String workspace,
            String field,
            String parent,
            Supplier<NavigableMap<String, Row>> read) {
        if (lists.size() > LARGEST) {
            lists.clear();
        }
        return lists.computeIfAbsent(new Key(workspace, field, parent), key -> read.get());
    }

    /** Forgets all by which a row can be looked up. */
    void forget(EntityType type, @Nullable Row row) {
        if (row == null) {
            return;
        }
        String workspace = row.workspace();
        rows.remove(new Key(workspace, ID, row.id()));
        for (Field field : type.fields().values()) {
            Object value = row.document().get(field.name());
            String parent = row.document().reference(field.name());
            if (field.unique() && value != null) {
                rows.remove(new Key(workspace, field.name(), value));
            }
            if (parent != null) {
                lists.remove(new Key(workspace, field.name(), parent));
            }
        }
        for (List<String> fields : type.uniqueTogether()) {
            rows.remove(new Key(workspace, String.join(",", fields), Table.keyOf(row, fields)));
        }
    }

    /** Forgets what was looked up by the value in a cache key of Kong's; tokens' are digests. */
    void forget(String entity, String value) {
        rows.keySet().removeIf(key -> isMeant(key, value) || value.equals(digest(entity, key)));
        lists.keySet().removeIf(key -> isMeant(key, value));
    }

    private static boolean isMeant(Key key, String value) {
        String text = String.valueOf(key.value());
        return value.equals(text) || value.startsWith(text + ":");
    }

    private static String digest(String entity, Key key) {
        return entity.equals("oauth2_tokens")
                ? Secrets.sha1("%s:%s:::::%s".formatted(entity, key.value(), key.workspace()))
                : "";
    }

    void clear() {
        rows.clear();
        lists.clear();
    }
}
