package io.silverback.verify.probing;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.parsing.dflt.RgxGenParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A request that matches one route: method, path, host and headers from its fields.
 *
 * @param path of the request, raw
 */
record RouteExample(String method, String path, Map<String, String> headers) {

    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS");
    private static final long SEED = 42;

    /** Why no plain HTTP request may show {@code route}; empty where one may. */
    static Optional<String> obstacle(JsonNode route) {
        List<String> protocols = texts(route.path("protocols"));
        if (!protocols.isEmpty() && !protocols.contains("http")) {
            return Optional.of("it speaks " + String.join(", ", protocols) + " only");
        }
        List<String> methods = texts(route.path("methods"));
        if (!methods.isEmpty() && methods.stream().noneMatch(SAFE::contains)) {
            return Optional.of("it takes only " + String.join(", ", methods) + ", which may write");
        }
        return example(route).isEmpty()
                ? Optional.of("no example of its regular expression could be made")
                : Optional.empty();
    }

    /** A request for {@code route}; empty where its regular expressions give no example. */
    static Optional<RouteExample> example(JsonNode route) {
        Optional<String> path = path(route);
        Map<String, String> headers = new HashMap<>();
        texts(route.path("hosts")).stream()
                .findFirst()
                .ifPresent(host -> headers.put("Host", host(host)));
        for (Map.Entry<String, JsonNode> header : route.path("headers").properties()) {
            Optional<String> value = texts(header.getValue()).stream().findFirst();
            value.flatMap(RouteExample::headerValue)
                    .ifPresent(example -> headers.put(header.getKey(), example));
        }
        return path.map(found -> new RouteExample(method(route), found, headers));
    }

    private static String method(JsonNode route) {
        List<String> methods = texts(route.path("methods"));
        return SAFE.stream()
                .filter(method -> methods.isEmpty() || methods.contains(method))
                .findFirst()
                .orElse("GET");
    }

    private static Optional<String> path(JsonNode route) {
        List<String> paths = texts(route.path("paths"));
        if (paths.isEmpty()) {
            return Optional.of("/");
        }
        String path = paths.get(0);
        return path.startsWith("~") ? matching(path.substring(1)) : Optional.of(path);
    }

    private static Optional<String> headerValue(String value) {
        return value.startsWith("~*") ? matching(value.substring(2)) : Optional.of(value);
    }

    /** Kong's hosts carry one {@code *} as first or last label. */
    private static String host(String host) {
        return host.replace("*", "probe");
    }

    private static Optional<String> matching(String expression) {
        try {
            String example = RgxGen.parse(expression).generate(new Random(SEED));
            String printable = example.replaceAll("[^\\x21-\\x7e]", "");
            return printable.equals(example) ? Optional.of(example) : Optional.empty();
        } catch (RgxGenParseException unusual) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
