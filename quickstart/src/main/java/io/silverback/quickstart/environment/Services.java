package io.silverback.quickstart.environment;

import io.silverback.quickstart.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Starts console, services and edge, each with its settings. */
final class Services {

    private static final String READY = "/q/health/ready";

    private final Programs programs;
    private final Ports ports;
    private final Secrets secrets;
    private final Map<String, String> shared;
    private final Path edge;

    private Services(
            Programs programs,
            Ports ports,
            Secrets secrets,
            Map<String, String> shared,
            Path edge) {
        this.programs = programs;
        this.ports = ports;
        this.secrets = secrets;
        this.shared = shared;
        this.edge = edge;
    }

    /** Writes the registry and the edge's settings to {@code data}. */
    static Services in(
            Path data,
            Programs programs,
            Ports ports,
            String broker,
            String reactiveUrl,
            String jdbcUrl,
            GatewayDatabases databases)
            throws IOException {
        Secrets secrets = Secrets.in(data.resolve("secrets"));
        Path token = secrets.token("edge");
        Path store = Files.createDirectories(data.resolve("artefacts"));
        Path registry =
                RegistryFile.write(data.resolve("registry.yaml"), ports, token, store, databases);
        return new Services(
                programs,
                ports,
                secrets,
                programs.shared(broker, reactiveUrl, jdbcUrl, registry, secrets),
                EdgeFile.write(data.resolve("edge.yaml"), ports, token, broker));
    }

    Starting console() throws CannotStart, IOException {
        return new Starting(
                programs.service("console", "console", ports.console(), secrets, shared),
                RegistryFile.loopback(ports.console()) + READY);
    }

    Starting service(String module) throws CannotStart, IOException {
        String publisher = module.substring(0, module.indexOf('-'));
        int port = ports.service(Programs.SERVICES.indexOf(module));
        return new Starting(
                programs.service(module, publisher, port, secrets, shared), readyAt(ports, module));
    }

    Starting edge() throws CannotStart, IOException {
        return new Starting(
                programs.edge(edge), RegistryFile.loopback(ports.edgeAdmin()) + "/health/ready");
    }

    /** Where a service says that it is ready. */
    static String readyAt(Ports ports, String module) {
        return RegistryFile.loopback(ports.service(Programs.SERVICES.indexOf(module))) + READY;
    }
}
