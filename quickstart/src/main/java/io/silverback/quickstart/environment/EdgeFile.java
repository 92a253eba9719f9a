package io.silverback.quickstart.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The edge's configuration in the embedded installation: clients are known by a header. */
final class EdgeFile {

    private EdgeFile() {}

    static Path write(Path file, Ports ports, Path token, String bootstrapServers)
            throws IOException {
        ObjectNode edge = new ObjectMapper().createObjectNode();
        edge.put("name", "edge");
        edge.withObject("/proxy").put("port", ports.edgeProxy());
        edge.withObject("/admin").put("port", ports.edgeAdmin());
        edge.withObject("/admin/token").put("file", token.toString());
        side(edge, RegistryFile.BLUE, ports.blueProxy());
        side(edge, RegistryFile.GREEN, ports.greenProxy());
        edge.withObject("/sticky").put("by", "client").withArray("/headers").add("X-Client-Id");
        edge.withObject("/events").put("bootstrapServers", bootstrapServers);
        new YAMLMapper().writeValue(file.toFile(), edge);
        return file;
    }

    private static void side(ObjectNode edge, String gateway, int port) {
        ObjectNode side = edge.withObject("/" + gateway);
        side.put("gateway", gateway);
        side.withArray("/upstreams").add(RegistryFile.loopback(port));
    }
}
