package io.silverback.cli.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param actor opaque id of the person, never a name
 * @param token bearer token, where the console needs one
 */
public record Credentials(String actor, Optional<String> token) {

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Silverback-Actor", actor);
        token.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
        return headers;
    }

    @Override
    public String toString() {
        return "Credentials[" + actor + "]";
    }
}
