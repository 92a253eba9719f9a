package io.silverback.quickstart.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The edge's configuration in the embedded installation. */
final class EdgeFile {

    private EdgeFile() {}

    static Path write(Path file, Ports ports, Path token, String bootstrapServers)
            throws IOException {
        ObjectNode edge = new ObjectMapper().createObjectNode();
        edge.put("name", "edge");
        new YAMLMapper().writeValue(file.toFile(), edge);
        return file;
    }
}
