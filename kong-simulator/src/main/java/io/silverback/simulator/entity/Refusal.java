package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that Kong refuses, with the answer that it gives. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Document body;

    private Refusal(int status, Document body) {
        super(String.valueOf(body.get("message")), null, false, false);
        this.status = status;
        this.body = body;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** The body of the answer. */
    public Document body() {
        return body;
    }

    /** An answer that has a message only. */
    public static Refusal of(int status, String message) {
        return new Refusal(status, Document.of("message", message));
    }

    /** A refusal that nginx answers with a page of its own, as HTML. */
    public static Refusal page(int status, String title) {
        return new Refusal(status, Document.of("title", title));
    }

    /** The title of the page, or null when the answer is JSON. */
    public @Nullable String title() {
        return body.text("title");
    }

    /** Nothing is there. */
    public static Refusal notFound() {
        return of(404, "Not found");
    }

    /** A PATCH of an entity that is not there (code 6). */
    public static Refusal noEntity(String field, String value) {
        return coded(
                404,
                "not found",
                Document.of(field, value),
                6,
                "could not find the entity with '{" + field + "=\"" + value + "\"}'");
    }

    /** Fields that break their schema (code 2). */
    public static Refusal schema(Document errors) {
        List<String> messages = messages("", errors);
        String count =
                messages.size() == 1 ? "schema violation" : messages.size() + " schema violations";
        return coded(
                400,
                "schema violation",
                errors,
                2,
                count + " (" + String.join("; ", messages) + ")");
    }

    /** A text in place of an id, where nothing but an id finds the entity (code 1). */
    public static Refusal noId() {
        String error = "expected a valid UUID";
        return coded(
                400,
                "invalid primary key",
                Document.of("id", error),
                1,
                "invalid primary key: '{id=\"" + error + "\"}'");
    }

    /** An id that is taken (code 3). */
    public static Refusal primaryKey(String id) {
        return coded(
                400,
                "primary key violation",
                Document.of("id", id),
                3,
                "primary key violation on key '{id=\"" + id + "\"}'");
    }

    /** A reference to what does not exist (code 4). */
    public static Refusal foreignKey(String field, String entity, Object key) {
        return coded(
                400,
                "foreign key violation",
                Document.of(field, key),
                4,
                "the foreign key '"
                        + shown(key)
                        + "' does not reference an existing '"
                        + entity
                        + "' entity.");
    }

    /** An entity that others refer to (code 4). */
    public static Refusal referenced(String entity, String by) {
        return coded(
                400,
                "foreign key violation",
                Document.of("@referenced_by", by),
                4,
                "an existing '" + by + "' entity references this '" + entity + "' entity");
    }

    /** Values that another entity has (code 5). */
    public static Refusal unique(Document fields) {
        return coded(
                409,
                "unique constraint violation",
                fields,
                5,
                "UNIQUE violation detected on '" + shown(fields) + "'");
    }

    /** An offset that is none (code 7). */
    public static Refusal offset(String offset) {
        return uncovered(
                "invalid offset", 7, "'" + offset + "' is not a valid offset: bad base64 encoding");
    }

    /** A size of page that is none (code 9). */
    public static Refusal size(String message) {
        return uncovered("invalid size", 9, message);
    }

    private static Refusal uncovered(String name, int code, String message) {
        return new Refusal(
                400, Document.of("name", name).with("code", code).with("message", message));
    }

    private static Refusal coded(
            int status, String name, Document fields, int code, String message) {
        return new Refusal(
                status,
                Document.of("name", name)
                        .with("fields", fields)
                        .with("code", code)
                        .with("message", message));
    }

    private static List<String> messages(String prefix, Map<?, ?> errors) {
        return new TreeMap<Object, @Nullable Object>(errors)
                .entrySet().stream()
                        .flatMap(
                                entry ->
                                        messages(prefix + entry.getKey(), entry.getValue())
                                                .stream())
                        .collect(Collectors.toList());
    }

    private static List<String> messages(String path, @Nullable Object error) {
        if (error instanceof Map<?, ?> map) {
            return messages(path + ".", map);
        }
        if (error instanceof List<?> list && path.equals("@entity")) {
            return list.stream().map(String::valueOf).toList();
        }
        if (error instanceof List<?> list) {
            return java.util.stream.IntStream.range(0, list.size())
                    .boxed()
                    .filter(i -> list.get(i) != null)
                    .flatMap(i -> messages(path + "." + (i + 1), list.get(i)).stream())
                    .toList();
        }
        return List.of(path + ": " + error);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<Object, @Nullable Object>(map)
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
