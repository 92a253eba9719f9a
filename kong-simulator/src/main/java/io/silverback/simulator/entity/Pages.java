package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cuts collections into pages. */
public final class Pages {
    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST = 1000;

    private final Manners manners;
    private final Entities entities;

    /** Pages of the entities in a database. */
    public Pages(Database database, Entities entities) {
        this.manners = database.manners();
        this.entities = entities;
    }

    /** One page, and the offset of the next, if there is one. */
    public record Page(List<Document> entities, @Nullable String next) {}

    /** The page that a query asks for. */
    public Page page(EntityType type, NavigableMap<String, Row> rows, Map<String, String> query) {
        boolean tagged = type.hasTags() && query.containsKey("tags");
        NavigableMap<String, Row> listed = tagged ? manners.tagged(rows) : rows;
        return page(listed, query, filter(type, query), row -> entities.shown(type, row));
    }

    /** The page of what is no entity, by its position. */
    public Page page(NavigableMap<String, Document> documents, Map<String, String> query) {
        return page(documents, query, document -> true, document -> document);
    }

    private <T> Page page(
            NavigableMap<String, T> all,
            Map<String, String> query,
            Predicate<T> wanted,
            Function<T, Document> shown) {
        int size = size(query.get("size"));
        List<Document> found = new ArrayList<>();
        String last = null;
        for (Map.Entry<String, T> entry : behind(all, query.get("offset")).entrySet()) {
            if (wanted.test(entry.getValue())) {
                if (found.size() == size && last != null) {
                    return new Page(found, manners.offset(last));
                }
                found.add(shown.apply(entry.getValue()));
                last = entry.getKey();
            }
        }
        return new Page(found, null);
    }

    private <T> NavigableMap<String, T> behind(
            NavigableMap<String, T> rows, @Nullable String offset) {
        if (offset == null) {
            return rows;
        }
        String position = manners.behind(offset);
        if (position == null) {
            throw Refusal.offset(offset);
        }
        return rows.tailMap(position, false);
    }

    /** The size of page that a query asks for. */
    static int size(@Nullable String text) {
        if (text == null) {
            return DEFAULT_SIZE;
        }
        if (!text.matches("-?\\d+")) {
            throw Refusal.size("size must be a number");
        }
        int size = text.length() > 5 ? LARGEST + 1 : Integer.parseInt(text);
        if (size < 1 || size > LARGEST) {
            throw Refusal.size("size must be an integer between 1 and 1000");
        }
        return size;
    }

    private Predicate<Row> filter(EntityType type, Map<String, String> query) {
        Predicate<Row> filter = entities::isAlive;
        String tags = query.get("tags");
        if (tags != null && tags.isEmpty()) {
            throw Refusal.of(500, "An unexpected error occurred");
        }
        if (tags != null && type.hasTags()) {
            filter = filter.and(tagged(tags));
        }
        for (String field : type.filters()) {
            String value = query.get(field);
            if (value != null && !field.equals(type.key())) {
                filter = filter.and(row -> value.equals(row.document().get(field)));
            }
        }
        return filter;
    }

    /** {@code a,b}: both; {@code a/b}: one of them. */
    private static Predicate<Row> tagged(String tags) {
        if (tags.contains("/")) {
            List<String> any = List.of(tags.split("/"));
            return row -> row.document().list("tags").stream().anyMatch(any::contains);
        }
        List<String> all = List.of(tags.split(","));
        return row -> row.document().list("tags").containsAll(all);
    }
}
