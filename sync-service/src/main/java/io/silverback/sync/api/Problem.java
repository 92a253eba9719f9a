package io.silverback.sync.api;

import jakarta.ws.rs.core.Response;

/** An error as RFC 9457 has it; {@code type} is stable. */
public record Problem(String type, String title, int status, String detail) {

    private static final String MEDIA_TYPE = "application/problem+json";

    static Response of(int status, String word, String title, String detail) {
        Problem problem = new Problem("urn:silverback:problem:" + word, title, status, detail);
        return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
    }
}
