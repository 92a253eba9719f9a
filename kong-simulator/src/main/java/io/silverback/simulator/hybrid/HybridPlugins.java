package io.silverback.simulator.hybrid;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.schema.PluginType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What plugins refuse once control plane and data planes are apart: all that needs a database. */
public final class HybridPlugins {
    private HybridPlugins() {}

    /** A plugin as a control plane and its data planes know it. */
    public static PluginType restricted(PluginType plugin) {
        return switch (plugin.name()) {
            case "rate-limiting", "response-ratelimiting" -> withoutClusterPolicy(plugin);
            case "acme" -> withoutSharedMemory(plugin);
            default -> plugin;
        };
    }

    private static PluginType withoutClusterPolicy(PluginType plugin) {
        Map<String, Field> config = new LinkedHashMap<>(plugin.config());
        config.computeIfPresent(
                "policy", (name, policy) -> policy.withOneOf(List.of("local", "redis")));
        return plugin.with(config, plugin.checks());
    }

    private static PluginType withoutSharedMemory(PluginType plugin) {
        List<Document> checks = new ArrayList<>(plugin.checks());
        checks.add(
                Document.of("check", "not-value")
                        .with("field", "storage")
                        .with("value", "shm")
                        .with("message", "\"shm\" storage can't be used in Hybrid mode"));
        return plugin.with(plugin.config(), List.copyOf(checks));
    }
}
