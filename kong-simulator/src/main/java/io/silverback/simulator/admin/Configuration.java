package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Lazy;
import io.silverback.simulator.schema.Overlay;
import io.silverback.simulator.schema.Resources;
import io.silverback.simulator.store.Manners;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The effective configuration of a node, as {@code GET /} shows it. */
final class Configuration {
    private final Node node;
    private final Lazy<Overlay> overlay;
    private final Lazy<Document> declared;

    Configuration(Node node) {
        this.node = node;
        this.overlay = new Lazy<>(() -> Overlay.of(node.version()));
        this.declared = new Lazy<>(() -> overlay.get().over("node", Resources.read("node.yaml")));
    }

    /**
     * All settings, with those that follow from others.
     *
     * @param plugins the names of all plugins that the node knows
     */
    Document shown(Iterable<String> plugins) {
        Document shown = overlay.get().over("configuration", Resources.read("configuration.yaml"));
        shown.put("admin_listen", List.of("127.0.0.1:" + node.adminPort()));
        shown.put("proxy_listen", List.of("127.0.0.1:" + node.proxyPort()));
        shown.put("database", node.database());
        shown.put("role", node.cluster().role());
        if (node.manners() == Manners.POSTGRES) {
            shown.put("pg_password", "******");
        }
        shown.putAll(node.settings());
        String prefix = String.valueOf(shown.get("prefix"));
        shown.replaceAll((name, value) -> placed(value, prefix));
        directives(shown, prefix);
        listeners(shown);
        Document loaded = new Document();
        plugins.forEach(name -> loaded.put(name, true));
        shown.put("loaded_plugins", loaded);
        return shown;
    }

    /** Host and port of the server that names are asked of. */
    String nameServer() {
        Document shown = overlay.get().over("configuration", Resources.read("configuration.yaml"));
        shown.putAll(node.settings());
        return shown.list("dns_resolver").stream().map(String::valueOf).findFirst().orElse("");
    }

    private static @Nullable Object placed(@Nullable Object value, String prefix) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> placed(element, prefix))
                    .collect(Collectors.toList());
        }
        return value instanceof String text ? text.replace("{prefix}", prefix) : value;
    }

    private void directives(Document shown, String prefix) {
        Document lists = declared.get().document("directives");
        lists.forEach(
                (name, value) -> {
                    Document list = lists.document(name);
                    String of = String.valueOf(list.get("of"));
                    TreeMap<String, Object> directives = new TreeMap<>();
                    shown.forEach(
                            (setting, given) -> {
                                if (setting.startsWith(of) && given instanceof String) {
                                    directives.put(setting.substring(of.length()), given);
                                }
                            });
                    list.list("without").forEach(directives::remove);
                    list.document("also")
                            .forEach((also, given) -> directives.put(also, placed(given, prefix)));
                    shown.put(name, pairs(directives));
                });
    }

    private static Object pairs(Map<String, Object> directives) {
        List<Document> pairs =
                directives.entrySet().stream()
                        .map(
                                pair ->
                                        Document.of("name", pair.getKey())
                                                .with("value", pair.getValue()))
                        .toList();
        return pairs.isEmpty() ? new Document() : pairs;
    }

    private void listeners(Document shown) {
        Listeners listeners = new Listeners(declared.get().document("listener"));
        List.copyOf(shown.keySet()).stream()
                .filter(name -> name.endsWith("_listen"))
                .forEach(name -> shown.put(name + "ers", listeners.of(shown.list(name))));
    }
}
