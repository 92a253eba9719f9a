package io.silverback.quickstart.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The registry of the embedded installation: two simulated gateways, one edge, one store. */
final class RegistryFile {

    static final String BLUE = "blue";
    static final String GREEN = "green";

    private RegistryFile() {}

    static Path write(
            Path file, Ports ports, Path edgeToken, Path store, GatewayDatabases databases)
            throws IOException {
        ObjectNode registry = new ObjectMapper().createObjectNode();
        gateway(registry, BLUE, "cassandra", ports.blueAdmin(), ports.blueProxy());
        gateway(registry, GREEN, "postgres", ports.greenAdmin(), ports.greenProxy());
        databases.addTo(registry.withObject("/gateways/" + BLUE), BLUE);
        databases.addTo(registry.withObject("/gateways/" + GREEN), GREEN);
        ObjectNode edge = registry.withObject("/routers/edge");
        edge.put("type", "edge").put("url", loopback(ports.edgeAdmin()));
        edge.put("blue", BLUE).put("green", GREEN);
        edge.withObject("/token").put("file", edgeToken.toString());
        registry.withObject("/stores/default").put("type", "file").put("path", store.toString());
        new YAMLMapper().writeValue(file.toFile(), registry);
        return file;
    }

    static String loopback(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static void gateway(
            ObjectNode registry, String name, String database, int admin, int proxy) {
        ObjectNode gateway = registry.withObject("/gateways/" + name);
        gateway.put("database", database);
        gateway.withArray("/adminUrls").add(loopback(admin));
        gateway.withArray("/proxyUrls").add(loopback(proxy));
        gateway.withArray("/nodes")
                .addObject()
                .put("name", name + "-1")
                .put("adminUrl", loopback(admin));
    }
}
