package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The priority of a route as 3.3.1's router "traditional_compatible" really computes it, to be
 * compared without sign. Some of its shifts are made in 32 bits: plain hosts and regular
 * expressions outweigh the number of conditions, until four of them reach the sign.
 */
final class RoutePriority {
    private static final List<String> CONDITIONS =
            List.of("methods", "hosts", "paths", "headers", "snis");
    private static final long PLAIN_HOSTS = 1L << 60;
    private static final long REGEX = 1L << 51;
    private static final int KINDS = 29;
    private static final int HEADERS = 20;
    private static final int REGEX_PRIORITY = 19;
    private static final long LENGTH_MASK = 0x7FFFF;

    private RoutePriority() {}

    static long of(Document route) {
        int kinds = (int) CONDITIONS.stream().filter(field -> isPresent(route.get(field))).count();
        List<String> paths = route.list("paths").stream().map(String::valueOf).toList();
        boolean regex = paths.stream().anyMatch(path -> path.startsWith("~"));
        int headers = Math.min(255, route.document("headers").size());
        int order = regex ? (int) route.number("regex_priority", 0) << REGEX_PRIORITY : 0;
        return (hasPlainHostsOnly(route.get("hosts")) ? PLAIN_HOSTS : 0)
                | (regex ? REGEX : 0)
                | (long) (kinds << KINDS)
                | (long) (headers << HEADERS)
                | (long) order
                | longest(paths) & LENGTH_MASK;
    }

    private static long longest(List<String> paths) {
        return paths.stream()
                .filter(path -> !path.startsWith("~"))
                .mapToInt(path -> path.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }

    private static boolean isPresent(@Nullable Object value) {
        return value instanceof List<?> list
                ? !list.isEmpty()
                : value instanceof Map<?, ?> map && !map.isEmpty();
    }

    /**
     * True for an empty list too: on PostgreSQL {@code hosts: []} is not null and raises the
     * priority.
     */
    private static boolean hasPlainHostsOnly(@Nullable Object hosts) {
        return hosts instanceof List<?> list
                && list.stream().noneMatch(host -> String.valueOf(host).contains("*"));
    }
}
