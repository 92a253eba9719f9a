package io.silverback.simulator.store;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.schema.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between the databases that Kong can stand on. */
public enum Manners {
    /** Null for empty lists, sorted sets, pages by token or id. */
    CASSANDRA {
        @Override
        public @Nullable Object stored(Field field, @Nullable Object value) {
            if (value instanceof List<?> list && field.type().isList()) {
                return list.isEmpty() ? null : field.type() == Field.Type.SET ? sorted(list) : list;
            }
            return value instanceof Map<?, ?> map && map.isEmpty() && field.type() == Field.Type.MAP
                    ? null
                    : value;
        }

        @Override
        public String position(EntityType type, String id) {
            return type.clustered() ? CassandraOrder.byId(id) : CassandraOrder.byToken(id);
        }

        /** The table of tags is clustered by id, whatever the entity's own is. */
        @Override
        public <T> NavigableMap<String, T> tagged(NavigableMap<String, T> rows) {
            Comparator<String> byId = Comparator.comparing(CassandraOrder::byIdAtPosition);
            NavigableMap<String, T> listed = new TreeMap<>(byId);
            listed.putAll(rows);
            return listed;
        }

        @Override
        public String offset(String position) {
            return Base64.getEncoder().encodeToString(position.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        @Nullable String position(byte[] offset) {
            return new String(offset, StandardCharsets.UTF_8);
        }

        @Override
        public Document created(Document given, Document stored) {
            return given;
        }

        @Override
        public long end(long now, long created, long ttl) {
            return now + ttl * 1000;
        }

        @Override
        public long endAfterPatch(long end) {
            return Row.NEVER;
        }

        @Override
        public boolean takes(@Nullable Object value) {
            return true;
        }

        @Override
        public Document withTtl(Document entity, @Nullable Long rest) {
            return rest == null ? entity : Document.of(entity).with("ttl", rest);
        }
    },

    /** Everything as it was sent, pages by id. */
    POSTGRES {
        @Override
        public @Nullable Object stored(Field field, @Nullable Object value) {
            return value;
        }

        @Override
        public String position(EntityType type, String id) {
            return id;
        }

        @Override
        public String offset(String position) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("[\"" + position + "\"]").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Document created(Document given, Document stored) {
            return stored;
        }

        @Override
        public long end(long now, long created, long ttl) {
            return created + ttl * 1000;
        }

        @Override
        public long endAfterPatch(long end) {
            return end;
        }

        @Override
        public boolean takes(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return map.values().stream().allMatch(this::takes);
            }
            if (value instanceof List<?> list) {
                return list.stream().allMatch(this::takes);
            }
            return !(value instanceof String text) || text.indexOf('\0') < 0;
        }

        @Override
        public Document withTtl(Document entity, @Nullable Long rest) {
            return Document.of(entity).with("ttl", rest);
        }

        @Override
        @Nullable String position(byte[] offset) {
            String text = new String(offset, StandardCharsets.UTF_8);
            return text.startsWith("[\"") && text.endsWith("\"]")
                    ? text.substring(2, text.length() - 2)
                    : null;
        }
    };

    /** How a top-level value comes back once it was stored. */
    public abstract @Nullable Object stored(Field field, @Nullable Object value);

    /** Where a row stands in a collection: rows are ordered by this text. */
    public abstract String position(EntityType type, String id);

    /** Rows in the order in which they are listed when tags are asked for. */
    public <T> NavigableMap<String, T> tagged(NavigableMap<String, T> rows) {
        return rows;
    }

    /** The offset that starts a page behind a position. */
    public abstract String offset(String position);

    abstract @Nullable String position(byte[] offset);

    /**
     * How a POST shows what it created: Cassandra's answer is what was sent, only later reads show
     * what it kept.
     */
    public abstract Document created(Document given, Document stored);

    /** When a row with a ttl (in seconds) is gone. Times in milliseconds. */
    public abstract long end(long now, long created, long ttl);

    /**
     * When an expiring row is gone after a PATCH that says nothing of its ttl: Cassandra loses the
     * cells' TTL.
     */
    public abstract long endAfterPatch(long end);

    /** Whether a value can be stored: a NUL byte in a text is nothing for PostgreSQL. */
    public abstract boolean takes(@Nullable Object value);

    /** An entity of a kind that may expire, with the seconds left; null when it stays. */
    public abstract Document withTtl(Document entity, @Nullable Long rest);

    /** The position behind which a page starts, or null when the offset is none of ours. */
    public @Nullable String behind(String offset) {
        try {
            String standard = offset.replace('-', '+').replace('_', '/');
            return position(Base64.getDecoder().decode(standard));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The whole entity as it comes back. */
    public Document stored(Map<String, Field> fields, Document entity) {
        Document stored = new Document();
        entity.forEach(
                (name, value) -> {
                    Field field = fields.get(name);
                    stored.put(name, field == null ? value : stored(field, value));
                });
        return stored;
    }

    /** A record in a set is kept, and so sorted, as JSON text without its nulls. */
    private static String asText(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value);
        }
        TreeMap<String, Object> members = new TreeMap<>();
        map.forEach(
                (name, member) -> {
                    if (member != null) {
                        members.put(String.valueOf(name), member);
                    }
                });
        return Json.text(Json.bytes(members));
    }

    private static List<?> sorted(List<?> list) {
        boolean texts = list.stream().allMatch(String.class::isInstance);
        return texts
                ? List.copyOf(
                        list.stream()
                                .map(String::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new)))
                : list.stream().sorted(Comparator.comparing(Manners::asText)).toList();
    }
}
