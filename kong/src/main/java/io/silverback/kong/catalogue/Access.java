package io.silverback.kong.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the Admin API reads and writes an entity.
 *
 * @param path its collection; {@code {field}} stands for the id that the reference {@code field}
 *     holds
 * @param listed what {@code GET /endpoints} lists where the collection is
 * @param rows the field of an answer that holds the rows
 * @param member the reference that each row itself is; empty: rows are the entities
 * @param readable whether a collection of it can be read
 */
public record Access(
        String path, String listed, String rows, String member, boolean readable, Write write) {
    private static final Pattern PARENT = Pattern.compile("\\{(\\w+)}");

    /** How it is written. */
    public enum Write {
        /** {@code PUT} by id creates and replaces. */
        PUT,
        /**
         * {@code PUT} by id creates and {@code PATCH} by id changes: a PUT takes away what hangs on
         * it.
         */
        PUT_NEW,
        /** {@code POST} creates, with the id in the body; {@code PATCH} by id changes. */
        POST,
        /** The Admin API has no way that keeps it as it is. */
        NONE
    }

    /** The reference below which the collection is read, one parent at a time. */
    public Optional<String> parentField() {
        Matcher matcher = PARENT.matcher(path);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The collection's path for an entity with these fields. */
    public String collection(ObjectNode fields) {
        return parentField()
                .map(field -> below(fields.path(field).path("id").asText()))
                .orElse(path);
    }

    /** The collection's path below one parent. */
    public String below(String parentId) {
        return PARENT.matcher(path).replaceFirst(Matcher.quoteReplacement(escape(parentId)));
    }

    /** The path of one entity. */
    public String one(ObjectNode fields, String id) {
        return collection(fields) + "/" + escape(id);
    }

    /** Whether {@code GET /endpoints} lists the collection by this path. */
    public boolean listedAs(String endpoint) {
        return PARENT.matcher(listed)
                .replaceAll("{}")
                .equals(PARENT.matcher(endpoint).replaceAll("{}"));
    }

    /** A path segment, escaped. */
    public static String escape(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The id that a reference holds. */
    public static Optional<String> idOf(JsonNode reference) {
        JsonNode id = reference.path("id");
        return id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
    }
}
