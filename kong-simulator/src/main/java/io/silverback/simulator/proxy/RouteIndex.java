package io.silverback.simulator.proxy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a request without trying all: by exact host first, and by the lengths of plain
 * paths.
 */
final class RouteIndex {
    private final Map<String, ByPath> byHost = new HashMap<>();
    private final ByPath anyHost = new ByPath();

    RouteIndex(Collection<CompiledRoute> routes) {
        routes.forEach(this::add);
        byHost.values().forEach(ByPath::sort);
        anyHost.sort();
    }

    private void add(CompiledRoute route) {
        boolean exact =
                !route.hosts().isEmpty()
                        && route.hosts().stream()
                                .noneMatch(host -> host.contains("*") || host.contains(":"));
        if (exact) {
            route.hosts()
                    .forEach(host -> byHost.computeIfAbsent(host, any -> new ByPath()).add(route));
        } else {
            anyHost.add(route);
        }
    }

    /** The route that takes a request, or null. */
    @Nullable MatchedRoute find(ProxyRequest request) {
        String path = Uris.normalized(request.path());
        ByPath exact = byHost.get(request.hostName());
        MatchedRoute best = exact == null ? null : exact.find(request, path, null);
        return anyHost.find(request, path, best);
    }

    /** Routes by plain path, and those whose paths do not say enough. */
    private static final class ByPath {
        private final Map<String, List<CompiledRoute>> plain = new HashMap<>();
        private final TreeSet<Integer> lengths = new TreeSet<>();
        private final List<CompiledRoute> others = new ArrayList<>();

        void add(CompiledRoute route) {
            if (!route.hasOnlyPlainPaths()) {
                others.add(route);
                return;
            }
            for (String path : route.plainPaths()) {
                plain.computeIfAbsent(path, any -> new ArrayList<>()).add(route);
                lengths.add(path.length());
            }
        }

        void sort() {
            plain.values().forEach(routes -> routes.sort(null));
            others.sort(null);
        }

        @Nullable MatchedRoute find(
                ProxyRequest request, String path, @Nullable MatchedRoute found) {
            MatchedRoute best = first(others, request, path, found);
            for (int length : lengths.headSet(path.length(), true)) {
                List<CompiledRoute> routes = plain.get(path.substring(0, length));
                if (routes != null) {
                    best = first(routes, request, path, best);
                }
            }
            return best;
        }

        private static @Nullable MatchedRoute first(
                List<CompiledRoute> routes,
                ProxyRequest request,
                String path,
                @Nullable MatchedRoute best) {
            for (CompiledRoute route : routes) {
                if (best != null && route.compareTo(best.route()) >= 0) {
                    return best;
                }
                MatchedRoute match = route.match(request, path);
                if (match != null) {
                    return match;
                }
            }
            return best;
        }
    }
}
