package io.silverback.console;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Sets {@code silverback.registry} to a registry with the names that {@code PlanYaml} uses. */
public class TestRegistry implements QuarkusTestResourceLifecycleManager {

    private static final String YAML =
            """
            gateways:
              emea-cassandra:
                database: cassandra
                adminUrls: ["http://127.0.0.1:1"]
                proxyUrls: ["http://127.0.0.1:1"]
              emea-postgres:
                database: postgres
                adminUrls: ["http://127.0.0.1:1"]
                proxyUrls: ["http://127.0.0.1:1"]
            routers:
              edge: {type: edge, url: "http://127.0.0.1:1", blue: emea-cassandra, green: emea-postgres}
              edge-2: {type: edge, url: "http://127.0.0.1:1", blue: emea-cassandra, green: emea-postgres}
            stores:
              default: {type: file, path: store}
            """;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("silverback-console");
            Files.createDirectories(directory.resolve("store"));
            Path file = Files.writeString(directory.resolve("registry.yaml"), YAML);
            return Map.of(
                    "silverback.registry",
                    file.toString(),
                    "silverback.test.store",
                    directory.resolve("store").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
