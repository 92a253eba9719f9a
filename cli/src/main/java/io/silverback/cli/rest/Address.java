package io.silverback.cli.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds URLs below a base that may have a path of its own. */
final class Address {

    private final String base;

    private Address(String base) {
        this.base = base;
    }

    static Address of(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
                return new Address(text.replaceFirst("/+$", ""));
            }
        } catch (URISyntaxException e) {
            throw new UnusableException("\"" + text + "\"", "is no http or https URL");
        }
        throw new UnusableException("\"" + text + "\"", "is no http or https URL");
    }

    URI base() {
        return URI.create(base);
    }

    URI resolve(String path, Map<String, String> query) {
        String parameters =
                query.entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .map(e -> e.getKey() + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&"));
        return URI.create(base + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
