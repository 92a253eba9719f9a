package io.silverback.simulator.proxy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client of the proxy is answered. */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final String JSON = "application/json; charset=utf-8";

    /** Kong's own answer: a message in its spacing. */
    static Answer message(int status, String message) {
        String body =
                "{\n  \"message\":\""
                        + message.replace("\\", "\\\\").replace("\"", "\\\"")
                        + "\"\n}";
        return text(status, JSON, body);
    }

    static Answer text(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        return new Answer(status, headers, body);
    }

    Answer with(String name, String value) {
        headers.put(name, value);
        return this;
    }
}
