package io.silverback.quickstart.environment;

import io.silverback.quickstart.estate.Estate;
import io.silverback.quickstart.processes.ChildProcess;
import io.silverback.quickstart.processes.Children;
import io.silverback.quickstart.processes.Program;
import io.silverback.quickstart.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How each of our programs is started. */
public final class Programs {

    /** The services' modules, in the order of their ports. */
    public static final List<String> SERVICES =
            List.of("dump-service", "sync-service", "verify-service", "traffic-service");

    private static final List<String> SERVICE_FLAGS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private static final List<String> SIMULATOR_FLAGS =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Installation installation;
    private final Children children;

    Programs(Installation installation, Children children) {
        this.installation = installation;
        this.children = children;
    }

    ChildProcess simulator(String name, String database, int admin, int proxy, Estate estate)
            throws CannotStart, IOException {
        List<String> command = java(SIMULATOR_FLAGS);
        command.addAll(List.of("-jar", installation.program("kong-simulator").toString()));
        command.addAll(List.of("--name", name, "--database", database, "--version", "3.3.1"));
        command.addAll(List.of("--edition", "enterprise"));
        command.addAll(List.of("--admin-port", "" + admin, "--proxy-port", "" + proxy));
        if (estate.hashedCredentials()) {
            command.add("--hashed-credentials");
        }
        for (Path file : estate.files()) {
            command.addAll(List.of("--load", file.toString()));
        }
        return plain(name, command);
    }

    /** Beside its class data archive, which holds only for the path that it was made with. */
    ChildProcess service(
            String module, String publisher, int port, Secrets secrets, Map<String, String> shared)
            throws CannotStart, IOException {
        Path jar = installation.service(module);
        Path directory = Objects.requireNonNull(jar.getParent());
        List<String> command = java(SERVICE_FLAGS);
        command.add("-XX:SharedArchiveFile=" + directory.resolve("app-cds.jsa"));
        command.addAll(List.of("-jar", directory.relativize(jar).toString()));
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        environment.put("SILVERBACK_SIGNING_KEYSET", secrets.signingKeyset(publisher).toString());
        return children.start(new Program(module, directory, command, environment));
    }

    ChildProcess edge(Path configuration) throws CannotStart, IOException {
        List<String> command = java(List.of("-Xmx128m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-jar", installation.program("edge").toString()));
        command.addAll(List.of("--config", configuration.toString()));
        return plain("edge", command);
    }

    private ChildProcess plain(String name, List<String> command) throws IOException {
        return children.start(new Program(name, installation.home(), command, Map.of()));
    }

    /** The environment variables that all services share. */
    Map<String, String> shared(
            String broker, String reactiveUrl, String jdbcUrl, Path registry, Secrets secrets) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                reactiveUrl,
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbcUrl,
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "postgres",
                "SILVERBACK_REGISTRY",
                registry.toString(),
                "SILVERBACK_ARTEFACTS_KEYSET",
                secrets.keyEncryptionKeyset().toString(),
                "SILVERBACK_SIGNING_PUBLIC_KEYS",
                secrets.publicKeys().toString());
    }

    private static List<String> java(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        return command;
    }
}
