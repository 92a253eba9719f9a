package io.silverback.simulator;

import io.silverback.simulator.proxy.Answer;
import io.silverback.simulator.proxy.Uris;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the web server before the gateway makes of a request: some never reach the router. */
final class RequestLine {
    private static final Pattern ABSOLUTE =
            Pattern.compile("https?://[^/?]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("\\[[0-9A-Fa-f:.]+](:\\d*)?|[^\\s/\\\\\\[\\]]+");

    private RequestLine() {}

    /** Path and query, raw, also where the request line has a whole address. */
    static String target(HttpServerRequest request) {
        String uri = request.uri();
        if (uri.startsWith("/")) {
            return uri;
        }
        String rest = ABSOLUTE.matcher(uri).replaceFirst("");
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    /** The host that the request is for, with its port; null when it names none. */
    static @Nullable String host(HttpServerRequest request) {
        String uri = request.uri();
        int begin = uri.indexOf("://");
        if (uri.startsWith("/") || begin < 0) {
            return request.getHeader("Host");
        }
        return uri.substring(begin + 3).split("[/?]", 2)[0];
    }

    /** The answer to what no gateway would take, or null. */
    static @Nullable Answer refusal(HttpServerRequest request) {
        String host = host(request);
        String target = target(request);
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (host == null || !HOST.matcher(host).matches() || Uris.climbsOut(path)) {
            return Answer.text(400, "text/plain; charset=utf-8", "Bad request\n");
        }
        return request.method().name().equals("TRACE")
                ? Answer.text(405, "text/plain; charset=utf-8", "Method not allowed\n")
                : null;
    }
}
