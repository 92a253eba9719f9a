package io.silverback.simulator.store.postgres;

import io.silverback.simulator.schema.Completion;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.schema.PluginType;
import io.silverback.simulator.store.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one entity lies in its table: by the descriptor and the table's columns. Rows come and go as
 * JSON objects of columns, which PostgreSQL reads and writes itself.
 */
record Mapping(
        EntityType type,
        Map<String, String> columns,
        Map<String, PluginType> plugins,
        String noWorkspace) {
    private static final String TIMESTAMP = "timestamp with time zone";

    String table() {
        return "public." + type.table();
    }

    boolean hasWorkspace() {
        return columns.containsKey("ws_id");
    }

    /** The column in which a field lies; a reference lies in {@code FIELD_id}. */
    String column(String field) {
        Field declared = type.fields().get(field);
        return declared != null && declared.isForeign() ? field + "_id" : field;
    }

    Row row(Map<?, ?> stored) {
        Document document = Document.of("id", stored.get("id"));
        document.put("created_at", time(stored.get("created_at")));
        if (type.hasUpdatedAt()) {
            document.put("updated_at", time(stored.get("updated_at")));
        }
        if (type.hasTags()) {
            document.put("tags", stored.get("tags"));
        }
        type.fields().values().forEach(field -> document.put(field.name(), value(field, stored)));
        Object workspace = stored.get("ws_id");
        return new Row(
                String.valueOf(stored.get("id")),
                workspace == null ? noWorkspace : String.valueOf(workspace),
                whole(document),
                end(stored.get("ttl")));
    }

    /** Kong fills in on the way out what a row leaves out below its columns. */
    private Document whole(Document document) {
        String variant = type.variant();
        String name = variant == null ? null : document.text(variant);
        return Completion.complete(
                type.fieldsWith(name == null ? null : plugins.get(name)), document);
    }

    private @Nullable Object value(Field field, Map<?, ?> stored) {
        Object value = stored.get(column(field.name()));
        if (value == null) {
            return null;
        }
        if (TIMESTAMP.equals(columns.get(column(field.name())))) {
            return time(value);
        }
        return field.isForeign() ? Document.of("id", value) : value;
    }

    private @Nullable Number time(@Nullable Object text) {
        if (text == null) {
            return null;
        }
        long millis = millis(text);
        return type.timestamps().isFine() ? (Number) (millis / 1000.0) : (Number) (millis / 1000);
    }

    private static long end(@Nullable Object text) {
        return text == null ? Row.NEVER : millis(text);
    }

    private static long millis(Object text) {
        return OffsetDateTime.parse(String.valueOf(text)).toInstant().toEpochMilli();
    }

    Document stored(Row row) {
        Document document = row.document();
        Document stored = new Document();
        for (Map.Entry<String, String> column : columns.entrySet()) {
            String name = column.getKey();
            Object value =
                    switch (name) {
                        case "ws_id" -> row.workspace().isEmpty() ? null : row.workspace();
                        case "cache_key" -> CacheKeys.of(type.table(), row);
                        case "ttl" -> row.endsAt() == Row.NEVER ? null : shown(row.endsAt());
                        default -> inColumn(name, document);
                    };
            stored.put(
                    name,
                    TIMESTAMP.equals(column.getValue()) && value instanceof Number seconds
                            ? shown(Math.round(seconds.doubleValue() * 1000))
                            : value);
        }
        return stored;
    }

    private @Nullable Object inColumn(String column, Document document) {
        if (column.endsWith("_id")) {
            String field = column.substring(0, column.length() - "_id".length());
            Field declared = type.fields().get(field);
            if (declared != null && declared.isForeign()) {
                return document.reference(field);
            }
        }
        return document.get(column);
    }

    private static String shown(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
