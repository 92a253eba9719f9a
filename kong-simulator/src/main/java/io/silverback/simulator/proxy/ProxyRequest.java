package io.silverback.simulator.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the proxy knows of a request.
 *
 * @param path the raw path, without query
 * @param headers by lower-case name
 */
public record ProxyRequest(
        String method,
        String host,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        byte[] body) {

    /** The first value of a header, or null. */
    @Nullable String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    /** The host without its port. */
    String hostName() {
        int colon =
                host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    /** The request with other headers. */
    ProxyRequest withHeaders(Map<String, List<String>> changed) {
        return new ProxyRequest(method, host, path, query, changed, body);
    }
}
