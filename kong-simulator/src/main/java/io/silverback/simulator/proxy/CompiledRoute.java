package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A route made ready for matching. The larger priority wins, then the larger id. */
final class CompiledRoute implements Comparable<CompiledRoute> {
    private final Row row;
    private final @Nullable Row service;
    private final Set<String> methods;
    private final Set<String> protocols;
    private final Set<String> serverNames;
    private final List<String> hosts;
    private final List<String> plainPaths = new ArrayList<>();
    private final List<PathPattern> regexPaths = new ArrayList<>();
    private final List<HeaderCondition> headers = new ArrayList<>();
    private final boolean stripsPath;
    private final boolean preservesHost;
    private final long priority;

    CompiledRoute(Row row, @Nullable Row service) {
        this.row = row;
        this.service = service;
        Document route = row.document();
        this.methods = Set.copyOf(texts(route.list("methods")));
        this.protocols = Set.copyOf(texts(route.list("protocols")));
        this.serverNames = Set.copyOf(texts(route.list("snis")));
        this.hosts = texts(route.list("hosts"));
        texts(route.list("paths")).forEach(this::addPath);
        plainPaths.sort(Comparator.comparingInt(String::length).reversed());
        route.document("headers").forEach(this::addHeader);
        this.stripsPath = route.isTrue("strip_path");
        this.preservesHost = route.isTrue("preserve_host");
        this.priority = RoutePriority.of(route);
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).distinct().toList();
    }

    private void addPath(String path) {
        if (path.startsWith("~")) {
            regexPaths.add(PathPattern.of(path.substring(1)));
        } else {
            plainPaths.add(path);
        }
    }

    private void addHeader(String name, @Nullable Object values) {
        if (values instanceof List<?> list) {
            headers.add(HeaderCondition.of(name, texts(list)));
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

    boolean stripsPath() {
        return stripsPath;
    }

    boolean preservesHost() {
        return preservesHost;
    }

    boolean speaks(String protocol) {
        return protocols.contains(protocol);
    }

    /** Whether the plain paths alone decide: such a route can be found by them. */
    boolean hasOnlyPlainPaths() {
        return regexPaths.isEmpty() && !plainPaths.isEmpty();
    }

    /** What a route makes of a request with that normalized path; null when it does not match. */
    @Nullable MatchedRoute match(ProxyRequest request, String path) {
        boolean matches =
                isMethodOrServerName(request)
                        && (hosts.isEmpty() || hosts.stream().anyMatch(host -> is(host, request)))
                        && headers.stream().allMatch(header -> header.holds(request));
        return matches ? matchedPath(path) : null;
    }

    /** 3.3.1 groups them so that over TLS a server name that fits makes any method fit. */
    private boolean isMethodOrServerName(ProxyRequest request) {
        return !serverNames.isEmpty() && request.isTls()
                ? serverNames.contains(String.valueOf(request.serverName()))
                : methods.isEmpty() || methods.contains(request.method());
    }

    private static boolean is(String host, ProxyRequest request) {
        String name = request.hostName();
        String wanted = host;
        int colon = host.startsWith("[") ? -1 : host.indexOf(':');
        if (colon >= 0) {
            if (!host.substring(colon + 1).equals(String.valueOf(request.hostPort()))) {
                return false;
            }
            wanted = host.substring(0, colon);
        }
        if (wanted.startsWith("*")) {
            return name.endsWith(wanted.substring(1));
        }
        return wanted.endsWith("*")
                ? name.startsWith(wanted.substring(0, wanted.length() - 1))
                : name.equals(wanted);
    }

    private @Nullable MatchedRoute matchedPath(String path) {
        if (plainPaths.isEmpty() && regexPaths.isEmpty()) {
            return new MatchedRoute(this, path, null, Captures.NONE);
        }
        for (PathPattern regex : regexPaths) {
            Captures captures = regex.match(path);
            if (captures != null) {
                return new MatchedRoute(this, path, captures.whole(), captures);
            }
        }
        for (String plain : plainPaths) {
            if (path.startsWith(plain)) {
                return new MatchedRoute(this, path, plain, Captures.NONE);
            }
        }
        return null;
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

    /** A header that must be there with one of some values, or like one of some expressions. */
    private record HeaderCondition(String name, Set<String> values, List<PathPattern> patterns) {
        private static final String REGEX = "~*";

        static HeaderCondition of(String name, List<String> given) {
            return new HeaderCondition(
                    name,
                    given.stream()
                            .map(value -> value.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()),
                    given.stream()
                            .filter(value -> value.startsWith(REGEX))
                            .map(value -> PathPattern.anywhere(value.substring(REGEX.length())))
                            .toList());
        }

        boolean holds(ProxyRequest request) {
            return request.headers().all(name).stream()
                    .map(value -> value.toLowerCase(Locale.ROOT))
                    .anyMatch(
                            value ->
                                    values.contains(value)
                                            || patterns.stream()
                                                    .anyMatch(like -> like.match(value) != null));
        }
    }
}
