package io.silverback.simulator.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the Admin API.
 *
 * @param segments the decoded parts of the path
 * @param prefix what stands before them in links: the workspace, if it was named
 */
public record AdminRequest(
        String method,
        String prefix,
        List<String> segments,
        Map<String, String> query,
        @Nullable String contentType,
        @Nullable String token,
        byte[] body) {

    /** Splits a raw path and query. */
    public static AdminRequest of(
            String method,
            String path,
            @Nullable String query,
            @Nullable String contentType,
            @Nullable String token,
            byte[] body) {
        List<String> segments =
                Arrays.stream(path.split("/"))
                        .filter(part -> !part.isEmpty())
                        .map(AdminRequest::decoded)
                        .toList();
        return new AdminRequest(method, "", segments, pairs(query), contentType, token, body);
    }

    /** The request without its first segment, which named the workspace. */
    AdminRequest withinWorkspace() {
        return new AdminRequest(
                method,
                "/" + segments.get(0),
                segments.subList(1, segments.size()),
                query,
                contentType,
                token,
                body);
    }

    /** The path as links show it. */
    String path() {
        return prefix + "/" + String.join("/", segments);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static Map<String, String> pairs(@Nullable String query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return pairs;
        }
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            pairs.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return pairs;
    }
}
