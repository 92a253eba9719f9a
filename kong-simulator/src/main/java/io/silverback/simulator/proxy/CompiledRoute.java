package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A route made ready for matching. The larger priority wins, then the larger id. */
final class CompiledRoute implements Comparable<CompiledRoute> {
    private final Row row;
    private final @Nullable Row service;
    private final Set<String> methods;
    private final List<String> hosts;
    private final List<String> plainPaths = new ArrayList<>();
    private final List<Pattern> regexPaths = new ArrayList<>();
    private final Map<String, Set<String>> headers = new TreeMap<>();
    private final long priority;

    CompiledRoute(Row row, @Nullable Row service) {
        this.row = row;
        this.service = service;
        Document route = row.document();
        this.methods = texts(route.list("methods")).stream().collect(Collectors.toSet());
        this.hosts = texts(route.list("hosts"));
        texts(route.list("paths")).forEach(this::addPath);
        plainPaths.sort(Comparator.comparingInt(String::length).reversed());
        route.document("headers").forEach((name, values) -> addHeader(name, values));
        this.priority = RoutePriority.of(route);
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }

    private void addPath(String path) {
        if (path.startsWith("~")) {
            regexPaths.add(Pattern.compile("^" + path.substring(1)));
        } else {
            plainPaths.add(path);
        }
    }

    private void addHeader(String name, @Nullable Object values) {
        if (values instanceof List<?> list) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    list.stream()
                            .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()));
        }
    }

    Row row() {
        return row;
    }

    @Nullable Row service() {
        return service;
    }

    List<String> hosts() {
        return hosts;
    }

    List<String> plainPaths() {
        return plainPaths;
    }

    /** Whether the plain paths alone decide: such a route can be found by them. */
    boolean hasOnlyPlainPaths() {
        return regexPaths.isEmpty() && !plainPaths.isEmpty();
    }

    /** How much of the path a route took, or -1 when it does not match. */
    int match(ProxyRequest request) {
        boolean matches =
                (methods.isEmpty() || methods.contains(request.method()))
                        && (hosts.isEmpty()
                                || hosts.stream().anyMatch(host -> isHost(host, request)))
                        && headers.entrySet().stream()
                                .allMatch(
                                        entry ->
                                                hasHeader(
                                                        request, entry.getKey(), entry.getValue()));
        return matches ? matchedPath(request.path()) : -1;
    }

    private static boolean isHost(String host, ProxyRequest request) {
        String name = host.contains(":") ? request.host() : request.hostName();
        if (host.startsWith("*")) {
            return name.endsWith(host.substring(1));
        }
        return host.endsWith("*")
                ? name.startsWith(host.substring(0, host.length() - 1))
                : name.equals(host);
    }

    private static boolean hasHeader(ProxyRequest request, String name, Set<String> wanted) {
        List<String> values = request.headers().get(name);
        return values != null
                && values.stream()
                        .anyMatch(value -> wanted.contains(value.toLowerCase(Locale.ROOT)));
    }

    private int matchedPath(String path) {
        if (plainPaths.isEmpty() && regexPaths.isEmpty()) {
            return 0;
        }
        for (Pattern regex : regexPaths) {
            Matcher matcher = regex.matcher(path);
            if (matcher.find()) {
                return matcher.start() == 0 ? matcher.end() : 0;
            }
        }
        return plainPaths.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(String::length)
                .orElse(-1);
    }

    @Override
    public int compareTo(CompiledRoute other) {
        int byPriority = Long.compareUnsigned(other.priority, priority);
        return byPriority != 0 ? byPriority : other.row.id().compareTo(row.id());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompiledRoute route && route.row.id().equals(row.id());
    }

    @Override
    public int hashCode() {
        return row.id().hashCode();
    }
}
