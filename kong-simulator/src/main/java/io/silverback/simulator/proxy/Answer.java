package io.silverback.simulator.proxy;

import java.nio.charset.StandardCharsets;

/** What a client of the proxy is answered; the headers may still be changed. */
public record Answer(int status, Headers headers, byte[] body, boolean fromUpstream) {
    private static final String JSON = "application/json; charset=utf-8";

    /** Kong's own answer: a message in its spacing. */
    public static Answer message(int status, String message) {
        return text(status, JSON, "{\n  \"message\":\"" + escaped(message) + "\"\n}");
    }

    /** Kong's own answer: a message without spaces. */
    static Answer compact(int status, String name, String message) {
        return text(status, JSON, "{\"" + name + "\":\"" + escaped(message) + "\"}");
    }

    private static String escaped(String message) {
        return message.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Kong's own answer with a text. */
    public static Answer text(int status, String contentType, String body) {
        Headers headers = new Headers().add("Content-Type", contentType);
        return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8), false);
    }

    /** Kong's own answer without a body. */
    static Answer empty(int status) {
        return new Answer(status, new Headers(), new byte[0], false);
    }

    /** An answer of the upstream. */
    public static Answer upstream(int status, Headers headers, byte[] body) {
        return new Answer(status, headers, body, true);
    }

    /** The same answer with another body. */
    Answer withBody(byte[] changed) {
        return new Answer(status, headers, changed, fromUpstream);
    }

    /** Adds a header. */
    public Answer with(String name, String value) {
        headers.add(name, value);
        return this;
    }
}
