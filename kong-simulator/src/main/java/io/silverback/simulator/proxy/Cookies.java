package io.silverback.simulator.proxy;

import org.jspecify.annotations.Nullable;

/** The cookies of a request. */
final class Cookies {
    private Cookies() {}

    static @Nullable String value(ProxyRequest request, String name) {
        String header = request.header("Cookie");
        if (header != null) {
            for (String cookie : header.split(";")) {
                String[] parts = cookie.trim().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name)) {
                    return parts[1];
                }
            }
        }
        return null;
    }
}
