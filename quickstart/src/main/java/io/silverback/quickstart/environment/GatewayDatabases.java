package io.silverback.quickstart.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Real databases under the simulated gateways, so that rows can be moved between them. {@code
 * gateways} says of {@code blue} and {@code green} what a registry says of access to a database;
 * {@code simulators} has more options of both simulators by the same names.
 */
public final class GatewayDatabases {

    /** Simulated gateways keep everything in memory. */
    public static final GatewayDatabases NONE =
            new GatewayDatabases(JsonNodeFactory.instance.objectNode());

    private final JsonNode content;

    private GatewayDatabases(JsonNode content) {
        this.content = content;
    }

    /** Reads them from a YAML file. */
    public static GatewayDatabases read(Path file) throws IOException {
        return new GatewayDatabases(new YAMLMapper().readTree(file.toFile()));
    }

    /** Adds to a gateway of the registry how its database is reached. */
    void addTo(ObjectNode gateway, String name) {
        content.path("gateways").path(name).properties().forEach(field -> set(gateway, field));
    }

    private static void set(ObjectNode gateway, Map.Entry<String, JsonNode> field) {
        gateway.set(field.getKey(), field.getValue());
    }

    List<String> simulatorOptions(String name) {
        List<String> options = new ArrayList<>();
        content.path("simulators").path(name).forEach(option -> options.add(option.asText()));
        return options;
    }
}
