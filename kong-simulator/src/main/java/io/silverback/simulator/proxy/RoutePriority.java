package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The priority of a route in Kong's router "traditional_compatible": kinds of conditions, plain
 * hosts, headers, regular expression, its priority, length of the longest path; from the highest
 * bits to the lowest.
 */
final class RoutePriority {
    private static final List<String> CONDITIONS =
            List.of("methods", "hosts", "paths", "headers", "snis");
    private static final int KINDS = 61;
    private static final int PLAIN_HOSTS = 60;
    private static final int HEADERS = 52;
    private static final int REGEX = 51;
    private static final int REGEX_PRIORITY = 19;
    private static final long LENGTH_MASK = 0x7FFFF;

    private RoutePriority() {}

    static long of(Document route) {
        long kinds = CONDITIONS.stream().filter(field -> isPresent(route.get(field))).count();
        List<?> paths = route.list("paths");
        boolean regex = paths.stream().anyMatch(path -> String.valueOf(path).startsWith("~"));
        long longest =
                paths.stream()
                        .map(String::valueOf)
                        .filter(path -> !path.startsWith("~"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        long headers = Math.min(255, route.document("headers").size());
        return kinds << KINDS
                | (hasPlainHostsOnly(route.get("hosts")) ? 1L << PLAIN_HOSTS : 0)
                | headers << HEADERS
                | (regex ? 1L << REGEX | route.number("regex_priority", 0) << REGEX_PRIORITY : 0)
                | longest & LENGTH_MASK;
    }

    private static boolean isPresent(@Nullable Object value) {
        return value instanceof List<?> list
                ? !list.isEmpty()
                : value instanceof java.util.Map<?, ?> map && !map.isEmpty();
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
