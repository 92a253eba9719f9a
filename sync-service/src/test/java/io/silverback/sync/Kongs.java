package io.silverback.sync;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two simulated Kongs, blue with one workspace and green empty, in a registry. */
public class Kongs implements QuarkusTestResourceLifecycleManager {

    private static final String REGISTRY =
            """
            gateways:
              blue: {database: cassandra, adminUrls: ["%s"]}
              green:
                database: postgres
                adminUrls: ["%s"]
                nodes: [{name: node-1, adminUrl: "%s"}]
            stores:
              default: {type: file, path: artefacts}
            """;

    private Simulator blue;
    private Simulator green;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("silverback-sync");
            Path store = Files.createDirectories(directory.resolve("artefacts"));
            Path estate = Path.of("src/test/resources/payments.yaml").toAbsolutePath();
            blue =
                    Simulator.start(
                            SimulatorOptions.cassandra("blue").withFiles(List.of(estate), false));
            green = Simulator.start(SimulatorOptions.postgres("green"));
            Path registry = directory.resolve("registry.yaml");
            Files.writeString(
                    registry,
                    REGISTRY.formatted(blue.adminUrl(), green.adminUrl(), green.adminUrl()));
            return Map.of(
                    "silverback.registry",
                    registry.toString(),
                    "test.blue",
                    blue.adminUrl().toString(),
                    "test.green",
                    green.adminUrl().toString(),
                    "test.green-proxy",
                    green.proxyUrl().toString(),
                    "test.store",
                    store.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        blue.close();
        green.close();
    }
}
