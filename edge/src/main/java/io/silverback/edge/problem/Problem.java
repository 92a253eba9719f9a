package io.silverback.edge.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A fault as RFC 9457 has it.
 *
 * @param name the last part of the stable {@code type}
 */
public record Problem(String name, String title, int status, String detail) {

    /** The media type of {@link #body()}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The document. */
    public Buffer body() {
        return new JsonObject()
                .put("type", "urn:silverback:problem:" + name)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toBuffer();
    }
}
