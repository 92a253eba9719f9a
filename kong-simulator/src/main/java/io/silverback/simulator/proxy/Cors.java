package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plugin cors. An origin that is no plain URL acts as a regular expression. */
final class Cors implements Enforcer {
    private static final Pattern PLAIN = Pattern.compile("[\\w.:/-]+");
    private static final String ORIGIN = "Access-Control-Allow-Origin";

    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        ProxyRequest request = exchange.request();
        boolean preflight =
                request.method().equals("OPTIONS")
                        && request.header("Origin") != null
                        && request.header("Access-Control-Request-Method") != null;
        if (!preflight || config.isTrue("preflight_continue")) {
            return null;
        }
        Answer answer = Answer.empty(200);
        Headers headers = answer.headers();
        headers.set("Content-Length", "0");
        List<?> allowed = config.list("headers");
        headers.set(
                "Access-Control-Allow-Headers",
                allowed.isEmpty()
                        ? request.header("Access-Control-Request-Headers")
                        : joined(allowed));
        headers.set("Access-Control-Allow-Methods", joined(config.list("methods")));
        if (config.get("max_age") instanceof Number seconds) {
            headers.set("Access-Control-Max-Age", String.valueOf(seconds.longValue()));
        }
        return answer;
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public Answer respond(Exchange exchange, Document config, Answer answer) {
        Headers headers = answer.headers();
        List<?> origins = config.list("origins");
        String origin = exchange.request().header("Origin");
        boolean any = origins.isEmpty() || origins.contains("*");
        boolean credentials = config.isTrue("credentials");
        if (any && !credentials) {
            headers.set(ORIGIN, "*");
        } else {
            headers.set("vary", "Origin");
            headers.set(ORIGIN, any ? origin : single(origins, origin));
            if (credentials) {
                headers.set("Access-Control-Allow-Credentials", "true");
            }
        }
        if (!config.list("exposed_headers").isEmpty()) {
            headers.set("Access-Control-Expose-Headers", joined(config.list("exposed_headers")));
        }
        return answer;
    }

    private static @Nullable String single(List<?> origins, @Nullable String origin) {
        if (origins.size() == 1 && PLAIN.matcher(String.valueOf(origins.get(0))).matches()) {
            return String.valueOf(origins.get(0));
        }
        return origin != null && origins.stream().anyMatch(allowed -> is(allowed, origin))
                ? origin
                : null;
    }

    private static boolean is(Object allowed, String origin) {
        String text = String.valueOf(allowed);
        return PLAIN.matcher(text).matches()
                ? text.equals(origin)
                : Pattern.compile("^" + text + "$").matcher(origin).find();
    }
}
