package io.silverback.edge.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The flags; each stands for one key of the configuration file. */
final class CommandLine {

    private static final Map<String, String> KEYS =
            Map.ofEntries(
                    Map.entry("--name", "name"),
                    Map.entry("--proxy-host", "proxy.host"),
                    Map.entry("--proxy-port", "proxy.port"),
                    Map.entry("--admin-host", "admin.host"),
                    Map.entry("--admin-port", "admin.port"),
                    Map.entry("--admin-token-file", "admin.token.file"),
                    Map.entry("--admin-token-env", "admin.token.env"),
                    Map.entry("--blue", "blue.upstreams[]"),
                    Map.entry("--green", "green.upstreams[]"),
                    Map.entry("--blue-gateway", "blue.gateway"),
                    Map.entry("--green-gateway", "green.gateway"),
                    Map.entry("--sticky", "sticky.by"),
                    Map.entry("--sticky-headers", "sticky.headers[]"),
                    Map.entry("--sticky-cookie", "sticky.cookie"),
                    Map.entry("--kafka", "events.bootstrapServers"),
                    Map.entry("--response-timeout", "upstream.responseTimeout"),
                    Map.entry("--window", "events.window"),
                    Map.entry("--event-loops", "eventLoops"));

    private final ObjectNode keys = JsonNodeFactory.instance.objectNode();
    private Optional<Path> config = Optional.empty();

    CommandLine(String... arguments) {
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length) {
                throw new SettingsRefused(arguments[at] + " needs a value");
            }
            take(arguments[at], arguments[at + 1]);
        }
    }

    /** The file named by {@code --config}. */
    Optional<Path> config() {
        return config;
    }

    /** What the flags say, in the configuration file's shape. */
    ObjectNode keys() {
        return keys;
    }

    private void take(String flag, String value) {
        if (flag.equals("--config")) {
            config = Optional.of(Path.of(value));
            return;
        }
        String key = KEYS.get(flag);
        if (key == null) {
            throw new SettingsRefused("there is no flag " + flag);
        }
        put(key, value);
    }

    private void put(String key, String value) {
        String[] steps = key.replace("[]", "").split("\\.", -1);
        ObjectNode parent = keys;
        for (int step = 0; step < steps.length - 1; step++) {
            parent = parent.withObjectProperty(steps[step]);
        }
        String last = steps[steps.length - 1];
        if (key.endsWith("[]")) {
            ArrayNode items = parent.putArray(last);
            for (String item : value.split(",", -1)) {
                items.add(item.strip());
            }
        } else {
            parent.put(last, value);
        }
    }
}
