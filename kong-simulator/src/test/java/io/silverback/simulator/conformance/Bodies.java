package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies as JSON, or as the text that they are. */
final class Bodies {
    private Bodies() {}

    /** The JSON value; the text itself when it is none. */
    static @Nullable Object parsed(String body) {
        try {
            return body.isEmpty() ? body : Json.read(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return body;
        }
    }

    /** Whether a value is an object with a list of objects in {@code data}. */
    static boolean isPage(@Nullable Object body) {
        return body instanceof Map<?, ?> map
                && map.containsKey("next")
                && map.get("data") instanceof java.util.List<?> list
                && list.stream().allMatch(Map.class::isInstance);
    }
}
