package io.silverback.simulator.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the Admin API.
 *
 * @param body a JSON value, or null for none
 */
public record AdminResponse(int status, @Nullable Object body, Map<String, String> headers) {

    static AdminResponse of(int status, @Nullable Object body) {
        return new AdminResponse(status, body, Map.of());
    }

    static AdminResponse noContent() {
        return of(204, null);
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
