package io.silverback.quickstart.estate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Three workspaces as teams have them: services behind keys and open ones, upstreams with targets,
 * consumers with keys, groups and a few passwords. Written as decK files, the same at every start.
 */
public final class DemoEstate {

    private static final List<WorkspaceSize> SIZES =
            List.of(
                    new WorkspaceSize("payments", "pay.example.test", 10, 18, 24, 22, 1, 6, 12),
                    new WorkspaceSize("catalog", "shop.example.test", 8, 13, 18, 18, 0, 6, 12),
                    new WorkspaceSize("partners", "partners.example.test", 6, 10, 14, 14, 3, 4, 7));

    private DemoEstate() {}

    /** The workspaces' names. */
    public static List<String> workspaces() {
        return SIZES.stream().map(WorkspaceSize::name).toList();
    }

    /** Writes one decK file for each workspace and returns them. */
    public static List<Path> writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> files = new ArrayList<>();
        for (WorkspaceSize size : SIZES) {
            Path file = directory.resolve(size.name() + ".yaml");
            new YAMLMapper().writeValue(file.toFile(), new WorkspaceFile(size).content());
            files.add(file);
        }
        return files;
    }

    /** One request for each route of {@code workspaces}, with the key that it asks for. */
    public static List<ClientRequest> requests(List<String> workspaces) {
        List<ClientRequest> requests = new ArrayList<>();
        for (WorkspaceSize size : SIZES) {
            if (workspaces.contains(size.name())) {
                WorkspaceFile file = new WorkspaceFile(size);
                IntStream.range(0, size.routes()).mapToObj(file::request).forEach(requests::add);
            }
        }
        return requests;
    }

    static ObjectNode object() {
        return new ObjectMapper().createObjectNode();
    }

    static ArrayNode array(ObjectNode parent, String field) {
        return parent.withArray("/" + field);
    }
}
