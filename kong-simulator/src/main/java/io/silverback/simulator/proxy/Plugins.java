package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.PluginType;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The enabled plugins of one workspace, in the order in which Kong runs them. */
final class Plugins {
    private final List<Named> ranked;

    Plugins(Collection<Row> rows, Map<String, PluginType> types) {
        Map<String, Named> byName = new HashMap<>();
        for (Row row : rows) {
            String name = String.valueOf(row.document().get("name"));
            PluginType type = types.get(name);
            if (type != null && row.document().isTrue("enabled")) {
                byName.computeIfAbsent(name, any -> new Named(name, type.rank(), new HashMap<>()))
                        .byScope()
                        .put(Scope.of(row), new Bound(row, row.document().document("config")));
            }
        }
        ranked = new ArrayList<>(byName.values());
        ranked.sort(Comparator.comparingInt(Named::rank).reversed().thenComparing(Named::name));
    }

    /** The plugins in use, the highest rank first. */
    List<Named> ranked() {
        return ranked;
    }

    /** What a plugin is bound to. */
    record Scope(@Nullable String route, @Nullable String service, @Nullable String consumer) {
        static Scope of(Row plugin) {
            return new Scope(
                    plugin.document().reference("route"),
                    plugin.document().reference("service"),
                    plugin.document().reference("consumer"));
        }
    }

    /** One plugin's row and its configuration. */
    record Bound(Row row, Document config) {}

    /** All rows of one plugin. */
    record Named(String name, int rank, Map<Scope, Bound> byScope) {

        /** The row that applies: the most specific scope wins, in Kong 3.3's order. */
        @Nullable Bound applying(
                String route, @Nullable String service, @Nullable String consumer) {
            Bound row = null;
            if (consumer != null) {
                row =
                        first(
                                service == null ? null : new Scope(route, service, consumer),
                                new Scope(route, null, consumer),
                                service == null ? null : new Scope(null, service, consumer));
            }
            if (row == null && service != null) {
                row = byScope.get(new Scope(route, service, null));
            }
            if (row == null && consumer != null) {
                row = byScope.get(new Scope(null, null, consumer));
            }
            if (row == null) {
                row =
                        first(
                                new Scope(route, null, null),
                                service == null ? null : new Scope(null, service, null),
                                new Scope(null, null, null));
            }
            return row;
        }

        private @Nullable Bound first(@Nullable Scope... scopes) {
            for (Scope scope : scopes) {
                Bound row = scope == null ? null : byScope.get(scope);
                if (row != null) {
                    return row;
                }
            }
            return null;
        }
    }
}
