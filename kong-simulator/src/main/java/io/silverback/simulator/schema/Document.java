package io.silverback.simulator.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object, in the order of its members; a member may be null. */
public final class Document extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    /** An empty object. */
    public Document() {}

    /** A copy of an object whose values are shared. */
    public static Document of(Map<?, ?> members) {
        Document document = new Document();
        members.forEach((name, value) -> document.put(String.valueOf(name), value));
        return document;
    }

    /** An object with one member. */
    public static Document of(String name, @Nullable Object value) {
        Document document = new Document();
        document.put(name, value);
        return document;
    }

    /** Adds a member and returns this object. */
    public Document with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /** The text of a member, or null when it is missing or no text. */
    public @Nullable String text(String name) {
        return get(name) instanceof String text ? text : null;
    }

    /** Whether a member is {@code true}. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    /** The whole number in a member, or a default. */
    public long number(String name, long otherwise) {
        return get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    /** The list in a member; empty when there is none. */
    public List<?> list(String name) {
        return get(name) instanceof List<?> list ? list : List.of();
    }

    /** The object in a member; empty when there is none. */
    public Document document(String name) {
        Object value = get(name);
        return value instanceof Document document
                ? document
                : value instanceof Map<?, ?> map ? Document.of(map) : new Document();
    }

    /** The id in a member that refers to another entity, or null. */
    public @Nullable String reference(String name) {
        return get(name) instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : null;
    }
}
