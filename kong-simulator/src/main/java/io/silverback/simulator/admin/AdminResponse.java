package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the Admin API.
 *
 * @param body a JSON value, a page when {@code headers} name its type, or null for none
 */
public record AdminResponse(int status, @Nullable Object body, Map<String, String> headers) {
    private static final String CONTENT_TYPE = "Content-Type";

    static AdminResponse of(int status, @Nullable Object body) {
        return new AdminResponse(status, body, Map.of());
    }

    /** What is answered when the database fails; the root has words of its own. */
    public static AdminResponse failed(boolean root) {
        String what = root ? "An unexpected error happened" : "An unexpected error occurred";
        return of(500, Document.of("message", what));
    }

    static AdminResponse noContent() {
        return of(204, null);
    }

    /** A page as nginx makes it, in place of JSON. */
    static AdminResponse page(int status, String title) {
        String heading = status + " " + title;
        String html =
                "<html>\r\n<head><title>"
                        + heading
                        + "</title></head>\r\n<body>\r\n<center><h1>"
                        + heading
                        + "</h1></center>\r\n</body>\r\n</html>\r\n";
        return new AdminResponse(status, html, Map.of(CONTENT_TYPE, "text/html; charset=UTF-8"));
    }

    /** The same answer with one more header. */
    AdminResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new AdminResponse(status, body, more);
    }

    /** The body as it is sent: JSON, or a page; null for none. */
    public byte @Nullable [] bytes() {
        if (body == null) {
            return null;
        }
        return headers.containsKey(CONTENT_TYPE)
                ? String.valueOf(body).getBytes(StandardCharsets.UTF_8)
                : Json.bytes(body);
    }

    static AdminResponse options(String methods) {
        return new AdminResponse(
                204,
                null,
                Map.of(
                        "Allow", methods,
                        "Access-Control-Allow-Methods", methods,
                        "Access-Control-Allow-Headers", "Content-Type"));
    }
}
