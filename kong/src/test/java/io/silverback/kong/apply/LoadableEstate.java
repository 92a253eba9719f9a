package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.silverback.kong.Recorded;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The recorded estate without the private halves of keys, which were taken out of the recording.
 */
final class LoadableEstate {
    private LoadableEstate() {}

    static Path in(Path directory) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        JsonNode document = yaml.readTree(Recorded.text("state/blue-deck-1.64.0-with-id.yaml"));
        for (JsonNode key : document.path("keys")) {
            if (key.path("pem") instanceof ObjectNode pem) {
                pem.remove("private_key");
            }
        }
        Path file = directory.resolve("blue.yaml");
        yaml.writeValue(file.toFile(), document);
        return file;
    }
}
