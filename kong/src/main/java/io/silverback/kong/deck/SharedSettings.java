package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.EntityType;
import java.util.List;
import java.util.Map;

/**
 * What a file says once for many entities: {@code _plugin_configs}, which a plugin takes by {@code
 * _config}, and {@code _info.defaults}. An entity's own fields win.
 */
final class SharedSettings {
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "services", "service",
                    "routes", "route",
                    "upstreams", "upstream",
                    "targets", "target");

    private final JsonNode configurations;
    private final JsonNode defaults;
    private final List<String> problems;

    private SharedSettings(JsonNode configurations, JsonNode defaults, List<String> problems) {
        this.configurations = configurations;
        this.defaults = defaults;
        this.problems = problems;
    }

    static SharedSettings of(ObjectNode document, List<String> problems) {
        return new SharedSettings(
                document.path("_plugin_configs"), document.at("/_info/defaults"), problems);
    }

    void apply(EntityType type, ObjectNode fields) {
        fill(fields, defaults.path(DEFAULTS.getOrDefault(type.name(), "")));
        JsonNode named = fields.remove("_config");
        if (named == null) {
            return;
        }
        JsonNode shared = configurations.path(named.asText());
        if (!shared.isObject()) {
            problems.add(
                    String.format(
                            "%s %s names _config '%s', which _plugin_configs does not have",
                            type, fields.path("name").asText(), named.asText()));
        } else if (fields.path("config") instanceof ObjectNode own) {
            fill(own, shared);
        } else {
            fields.set("config", shared.deepCopy());
        }
    }

    private static void fill(ObjectNode fields, JsonNode shared) {
        for (Map.Entry<String, JsonNode> field : shared.properties()) {
            JsonNode own = fields.get(field.getKey());
            if (own == null) {
                fields.set(field.getKey(), field.getValue().deepCopy());
            } else if (own instanceof ObjectNode inner && field.getValue().isObject()) {
                fill(inner, field.getValue());
            }
        }
    }
}
