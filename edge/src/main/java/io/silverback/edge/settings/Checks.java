package io.silverback.edge.settings;

import java.net.URI;

/** What a configuration must hold to. */
final class Checks {

    private Checks() {}

    static void that(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    static void port(String key, int port) {
        that(port >= 0 && port <= 65_535, key + " is between 0 and 65535");
    }

    static void upstream(URI uri) {
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare =
                uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
        that(
                http && bare && uri.getHost() != null && uri.getQuery() == null,
                "an upstream is http(s)://host:port without a path, not " + uri);
    }
}
