package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.schema.Field.Type;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sent: JSON, or a form (of either kind) whose values are turned into what the
 * fields declare.
 */
final class Bodies {
    private Bodies() {}

    static Document read(AdminRequest request, Map<String, Field> fields) {
        if (request.body().length == 0) {
            return new Document();
        }
        String type = request.contentType() == null ? "application/json" : request.contentType();
        if (type.startsWith("application/json")) {
            return json(request.body());
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form(Json.text(request.body()), fields);
        }
        if (type.startsWith("multipart/form-data")) {
            Document document = new Document();
            Multipart.parts(type, request.body())
                    .forEach(part -> put(document, fields, path(part.name()), part.value()));
            return document;
        }
        throw Refusal.page(415, "Unsupported Media Type");
    }

    private static Document json(byte[] body) {
        Object value;
        try {
            value = Json.read(body);
        } catch (IOException e) {
            throw Refusal.of(400, "Cannot parse JSON body");
        }
        if (value instanceof Map<?, ?> map) {
            return Document.of(map);
        }
        throw Refusal.of(500, "An unexpected error occurred");
    }

    private static Document form(String body, Map<String, Field> fields) {
        Document document = new Document();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            String value =
                    parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
            put(document, fields, path(name), value);
        }
        return document;
    }

    private static List<String> path(String name) {
        return Arrays.asList(name.split("\\."));
    }

    private static void put(
            Document document, Map<String, Field> fields, List<String> path, String value) {
        boolean listed = path.get(0).matches(".*\\[\\d*]");
        String name = path.get(0).replaceAll("\\[\\d*]$", "");
        Field field = fields.get(name);
        if (path.size() > 1) {
            Document members = document.document(name);
            put(
                    members,
                    field == null ? Map.of() : field.fields(),
                    path.subList(1, path.size()),
                    value);
            document.put(name, members);
        } else if (listed || field != null && field.type().isList()) {
            List<@Nullable Object> list = new ArrayList<>(document.list(name));
            list.add(typed(field == null ? null : field.elements(), value));
            document.put(name, list);
        } else {
            document.put(name, typed(field, value));
        }
    }

    private static @Nullable Object typed(@Nullable Field field, String value) {
        Type type = field == null ? Type.STRING : field.type();
        if (value.isEmpty()) {
            return null;
        }
        return switch (type) {
            case BOOLEAN ->
                    value.equals("true") || value.equals("false")
                            ? (Object) Boolean.valueOf(value)
                            : value;
            case INTEGER, NUMBER ->
                    value.matches("-?\\d{1,18}") ? (Object) Long.valueOf(value) : value;
            default -> value;
        };
    }
}
