package io.silverback.dump;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two simulated Kongs, blue with one workspace, and something that is no Kong, in a registry. */
public class Kongs implements QuarkusTestResourceLifecycleManager {

    private static final String REGISTRY =
            """
            gateways:
              blue: {database: cassandra, adminUrls: ["%s"]}
              green: {database: postgres, adminUrls: ["%s"]}
              newer: {database: postgres, adminUrls: ["%s"]}
              html: {database: cassandra, adminUrls: ["%s"]}
            stores:
              default: {type: file, path: artefacts}
            """;

    private Simulator blue;
    private Simulator green;
    private Simulator newer;
    private HttpServer html;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("silverback-dump");
            Files.createDirectories(directory.resolve("artefacts"));
            blue =
                    Simulator.start(
                            SimulatorOptions.cassandra("blue")
                                    .withFiles(List.of(resource("payments.yaml")), false));
            green = Simulator.start(SimulatorOptions.postgres("green"));
            newer = Simulator.start(SimulatorOptions.postgres("newer").withVersion("3.4.2"));
            html = html();
            Path registry = directory.resolve("registry.yaml");
            Files.writeString(
                    registry,
                    REGISTRY.formatted(
                            blue.adminUrl(),
                            green.adminUrl(),
                            newer.adminUrl(),
                            "http://127.0.0.1:" + html.getAddress().getPort()));
            return Map.of("silverback.registry", registry.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        blue.close();
        green.close();
        newer.close();
        html.stop(0);
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources", name).toAbsolutePath();
    }

    private static HttpServer html() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = "<html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
