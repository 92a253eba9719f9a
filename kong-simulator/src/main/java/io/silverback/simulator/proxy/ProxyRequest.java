package io.silverback.simulator.proxy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the proxy knows of a request.
 *
 * @param host as in the Host header, with its port
 * @param path the raw path, without query
 * @param serverName the name that the TLS client asked for, or null
 * @param client the address of the client
 * @param port the port on which the request came
 */
public record ProxyRequest(
        String method,
        String scheme,
        String host,
        String path,
        @Nullable String query,
        Headers headers,
        byte[] body,
        @Nullable String serverName,
        String client,
        int port) {

    /** The first value of a header, or null. */
    @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The host without its port. */
    String hostName() {
        int colon = portColon();
        return colon < 0 ? host : host.substring(0, colon);
    }

    /** The host as its name servers would know it: without case and last dot. */
    String canonicalHost() {
        String name = hostName().toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** The port in the Host header, or the one of the scheme. */
    int hostPort() {
        int colon = portColon();
        String digits = colon < 0 ? "" : host.substring(colon + 1);
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : isTls() ? 443 : 80;
    }

    private int portColon() {
        return host.startsWith("[")
                ? host.indexOf(':', Math.max(0, host.indexOf(']')))
                : host.indexOf(':');
    }

    /** Whether the request came by TLS. */
    boolean isTls() {
        return scheme.equals("https");
    }
}
