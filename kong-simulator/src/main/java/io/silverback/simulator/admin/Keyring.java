package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that would encrypt fields of the database: kept, but nothing is encrypted with them.
 * After Kong's documentation.
 */
final class Keyring {
    private static final int ID_LETTERS = 8;

    private final Map<String, String> keys = new LinkedHashMap<>();
    private @Nullable String active;

    /** The answer, or null when the path is another. */
    @Nullable AdminResponse answer(AdminRequest request) {
        List<String> segments = request.segments();
        if (segments.isEmpty() || !segments.get(0).equals("keyring")) {
            return null;
        }
        String path = String.join("/", segments.subList(1, segments.size()));
        Document body = Bodies.read(request, Map.of());
        return switch (request.method() + " " + path) {
            case "GET " -> AdminResponse.of(200, shown());
            case "GET active" -> AdminResponse.of(200, Document.of("id", needed(active)));
            case "POST generate" -> AdminResponse.of(201, generated());
            case "POST activate" -> activated(named(body));
            case "POST remove" -> removed(named(body));
            case "POST export" -> AdminResponse.of(200, Document.of("data", exported()));
            case "POST import/raw" -> imported(body);
            default -> throw Refusal.notFound();
        };
    }

    private Document shown() {
        return Document.of("active", active).with("ids", List.copyOf(keys.keySet()));
    }

    private Document generated() {
        String id = Secrets.token().substring(0, ID_LETTERS);
        keys.put(id, encoded(Secrets.token()));
        return Document.of("id", id).with("key", keys.get(id));
    }

    private AdminResponse activated(String id) {
        active = id;
        return AdminResponse.noContent();
    }

    private AdminResponse removed(String id) {
        if (id.equals(active)) {
            throw Refusal.of(400, "cannot remove the active key");
        }
        keys.remove(id);
        return AdminResponse.noContent();
    }

    private AdminResponse imported(Document body) {
        String id = body.text("id");
        String key = body.text("data");
        if (id == null || key == null) {
            throw Refusal.of(400, "expected id and data");
        }
        keys.put(id, key);
        return AdminResponse.of(201, null);
    }

    private String exported() {
        return encoded(Json.text(Json.bytes(keys)));
    }

    private String named(Document body) {
        String id = needed(body.text("key"));
        if (!keys.containsKey(id)) {
            throw Refusal.notFound();
        }
        return id;
    }

    private static String needed(@Nullable String text) {
        if (text == null) {
            throw Refusal.notFound();
        }
        return text;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
