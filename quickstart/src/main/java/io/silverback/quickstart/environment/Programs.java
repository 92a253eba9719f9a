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

    private static final List<String> PROXY_FLAGS =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Installation installation;
    private final Children children;
    private final ClassArchives archives;

    Programs(Installation installation, Children children, ClassArchives archives) {
        this.installation = installation;
        this.children = children;
        this.archives = archives;
    }

    ChildProcess simulator(
            String name, String database, int admin, int proxy, Estate estate, List<String> more)
            throws CannotStart, IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--name", name, "--database", database, "--version", "3.3.1"));
        arguments.addAll(List.of("--edition", "enterprise"));
        arguments.addAll(List.of("--admin-port", "" + admin, "--proxy-port", "" + proxy));
        if (estate.hashedCredentials()) {
            arguments.add("--hashed-credentials");
        }
        for (Path file : estate.files()) {
            arguments.addAll(List.of("--load", file.toAbsolutePath().toString()));
        }
        arguments.addAll(more);
        Path jar = installation.program("kong-simulator");
        return start(name, PROXY_FLAGS, jar, arguments, Map.of());
    }

    ChildProcess service(
            String module, String publisher, int port, Secrets secrets, Map<String, String> shared)
            throws CannotStart, IOException {
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        environment.put("SILVERBACK_SIGNING_KEYSET", secrets.signingKeyset(publisher).toString());
        Path jar = installation.service(module);
        return start(module, SERVICE_FLAGS, jar, List.of(), environment);
    }

    ChildProcess edge(Path configuration) throws CannotStart, IOException {
        List<String> arguments = List.of("--config", configuration.toString());
        return start("edge", PROXY_FLAGS, installation.program("edge"), arguments, Map.of());
    }

    private ChildProcess start(
            String name,
            List<String> flags,
            Path jar,
            List<String> arguments,
            Map<String, String> environment)
            throws IOException {
        Path directory = Objects.requireNonNull(jar.getParent());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add(archives.flag(directory, name));
        command.addAll(List.of("-jar", directory.relativize(jar).toString()));
        command.addAll(arguments);
        return children.start(new Program(name, directory, command, environment));
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
}
